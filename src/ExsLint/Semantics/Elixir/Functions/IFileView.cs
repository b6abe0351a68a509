using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>The files of the analysed tree, as the configuration finds them at one point.</summary>
internal interface IFileView
{
    /// <summary>The folder of the project, in which its configuration is read.</summary>
    string RootFolder { get; }

    /// <summary>Whether the working directory may be another than <see cref="RootFolder"/>.</summary>
    bool IsElsewhere { get; }

    /// <summary>Whether a file, a folder, or either stands at a path.</summary>
    /// <param name="path">A path of the tree.</param>
    /// <param name="asFile">Whether a regular file counts.</param>
    /// <param name="asFolder">Whether a folder counts.</param>
    Presence Find(string path, bool asFile, bool asFolder);

    /// <summary>Whether a folder of the tree stands at a path; the tree's root does.</summary>
    /// <param name="path">A path of the tree.</param>
    bool FolderExists(string path);

    /// <summary>A file of the tree; null where it cannot be read.</summary>
    /// <param name="path">Its path.</param>
    SourceFile? Read(string path);

    /// <summary>The files and folders of the tree that a pattern matches; null where more may be on the machine.</summary>
    /// <param name="folder">The folder that the pattern starts in.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="matchDot">Whether <c>*</c> matches names that start with a dot.</param>
    IReadOnlyList<string>? Expand(string folder, string pattern, bool matchDot);

    /// <summary>Whether the configuration may have changed what stands at a path, or below it.</summary>
    /// <param name="path">A path of the tree.</param>
    bool MayHaveChanged(string path);

    /// <summary>A function of <c>File</c> that writes is called.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    void Write(string function, ImmutableArray<AbstractValue> arguments);
}

/// <summary>The environment variables and what Mix tells, as the configuration finds them at one point.</summary>
internal interface IEnvironmentView
{
    /// <summary>What <c>Mix.env()</c> gives.</summary>
    AbstractValue MixEnvironment { get; }

    /// <summary>What <c>Mix.target()</c> gives.</summary>
    AbstractValue MixTarget { get; }

    /// <summary>What <c>System.get_env</c> and its like give for a pinned variable; null where no pin decides.</summary>
    /// <param name="function">The function of <c>System</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    AbstractValue? ReadVariable(string function, ImmutableArray<AbstractValue> arguments);

    /// <summary>What stands for an environment variable as it is at this point.</summary>
    /// <param name="name">Its name.</param>
    Symbol SymbolOf(string name);

    /// <summary>The configuration sets a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null if it is deleted.</param>
    /// <param name="isKnown">Whether that is its value whatever happens.</param>
    void SetVariable(string name, string? value, bool isKnown);

    /// <summary>The configuration sets variables that are not known.</summary>
    void ForgetVariables();

    /// <summary>What the configuration has set may be something else from here on; what the user pins holds.</summary>
    void ForgetSetVariables();

    /// <summary>The configuration sets what <c>Mix.env()</c> or <c>Mix.target()</c> gives.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isTarget">Whether it is the target.</param>
    void SetMix(AbstractValue value, bool isTarget);
}
