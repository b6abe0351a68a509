using System.Runtime.CompilerServices;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>What one evaluation of a project gathers.</summary>
internal sealed partial class EvaluationSession(
    IElixirTrees trees, ConfigProject project, string environment, EnvironmentVariables variables, WorkBudget budget)
{
    /// <summary>Deeper expressions are unknown, imports counted in; no config a person wrote nests like this, and the stack is finite.</summary>
    private const int MaximumDepth = 400;

    /// <summary>More calls of functions written in the analysed files are a loop that nobody waits for.</summary>
    private const int MaximumCalls = 100_000;

    /// <summary>Deeper within conditions that are not known, nothing is called: every further one doubles the work.</summary>
    private const int MaximumBranchDepth = 6;

    /// <summary>Imports nested deeper than this are a loop that was written on purpose.</summary>
    private const int MaximumImportDepth = 32;

    private const string SetByConfiguration = "System.put_env";

    private static readonly string[] FoldersOfTools = ["deps", "_build", "node_modules"];

    private readonly HashSet<(SourceFile File, int Start)> _errorPlaces = [];
    private readonly HashSet<string> _missingFiles = [];
    private readonly Dictionary<ElixirSyntaxTree, ConfigFile> _files = [];
    private int _importDepth;
    private int _depth;
    private int _calls;

    public IElixirTrees Trees { get; } = trees;

    public IProjectFiles Files => Trees.Files;

    public ConfigProject Project { get; } = project;

    public string Environment { get; } = environment;

    /// <summary>What is known of the environment variables at this point.</summary>
    public EnvironmentVariables Variables { get; private set; } = variables;

    /// <summary>Whether <c>config_env()</c> raises: a provider that reads a release's config file gives no environment.</summary>
    public bool IsReadByProvider { get; init; }

    /// <summary>The names met so far, each kept once.</summary>
    public NamePool Names { get; } = new();

    /// <summary>What may still be done.</summary>
    public WorkBudget Budget { get; } = budget;

    /// <summary>The configuration at this point.</summary>
    public ConfigJournal Journal { get; set; } = new(budget);

    /// <summary>Whether a function or module that configures something was defined: any call that is not followed may run it.</summary>
    public bool HasHiddenCalls { get; set; }

    /// <summary>Whether a function or module that writes files was defined: any call that is not followed may run it.</summary>
    public bool HasHiddenWrites { get; set; }

    /// <summary>Whether a function or module that sets environment variables was defined: any call that is not followed may run it.</summary>
    public bool HasHiddenVariables { get; set; }

    /// <summary>What the configuration itself may have changed of the files.</summary>
    public FileChanges Changes { get; } = new();

    /// <summary>How many conditions that are not known this point stands in.</summary>
    public int BranchDepth { get; set; }

    /// <summary>Whether alternatives may still be followed one by one.</summary>
    public bool MayBranch => BranchDepth < MaximumBranchDepth;

    /// <summary>How many <c>try</c> this point stands in.</summary>
    public int TryDepth { get; set; }

    /// <summary>Whether something since the last look may have raised, nobody knows.</summary>
    public bool MayRaise { get; set; }

    /// <summary>The modules defined so far, by atom.</summary>
    public Dictionary<string, ModuleDefinition> Modules { get; } = [];

    /// <summary>How many modules and structs were defined so far: a clock that tells what was there when code was expanded.</summary>
    public int Definitions { get; set; }

    /// <summary>The functions met so far, and whether they hold calls of <c>config</c>.</summary>
    public Dictionary<SyntaxNode, bool> Configuring { get; } = [];

    /// <summary>The files that <c>Code.require_file</c> has evaluated.</summary>
    public HashSet<string> Required { get; } = [];

    /// <summary>The files evaluated on any way, in order, each once.</summary>
    public List<ConfigFile> Evaluated { get; } = [];

    public List<ConfigError> Errors { get; } = [];

    /// <summary>Layers that are not in the tree, in order, each once.</summary>
    public List<UnknownLayer> MissingFiles { get; } = [];

    /// <summary>Enters an expression; false if that is too deep or too much. Each success needs a <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        if (_depth >= MaximumDepth || !Budget.TrySpend(WorkBudget.PerExpression) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        _depth++;
        return true;
    }

    /// <summary>Leaves an expression.</summary>
    public void Leave() => _depth--;

    /// <summary>Whether one more function may be called.</summary>
    public bool TryCall() => BranchDepth <= MaximumBranchDepth && ++_calls <= MaximumCalls;

    /// <summary>What is known of the files at a path, whoever asks.</summary>
    public FilePresence Presence => field ??= new FilePresence(Files, Changes);

    /// <summary>Whether a pattern may match a file that is not there but may be on the machine.</summary>
    /// <param name="folder">The folder it starts in.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isImported">
    /// Whether the files are imported: a pattern that says nothing of secret files takes those of the tree, or no old project's settings were known.
    /// </param>
    public bool MayMatchElsewhere(string folder, string pattern, bool isImported = false)
    {
        // Wherever dependencies and what is built from them lie, `**` looks too.
        string[] patterns = pattern.Contains("**", StringComparison.Ordinal)
            ? [pattern, .. FoldersOfTools.Select(name => pattern.Replace("**", name, StringComparison.Ordinal))]
            : [pattern];
        return (!isImported && IsForSecretFiles(folder, pattern) && (MayNameSecretFile(pattern) || TreeGlob.MatchesLast(pattern, $"{Environment}.secret.exs")))
            || (TreePath.Combine(folder, pattern) is { } path && Presence.MayBeElsewhere(path))
            || patterns.SelectMany(written => TreeGlob.Samples(folder, written)).Any(Presence.MayBeElsewhere);
    }

    /// <summary>Whether a pattern looks where files with an instance's secrets lie: in <c>config</c> itself. Elsewhere they are there if git ignores them.</summary>
    private static bool IsForSecretFiles(string folder, string pattern) =>
        TreePath.Combine(folder, TreePath.FolderOf(pattern)) is not { } path || TreePath.NameOf(path) is var name && (name is "" or "config" || name.AsSpan().ContainsAny("*?[{"));

    /// <summary>Whether a file with an instance's secrets may match, whatever its name: the text behind the last wildcard allows it.</summary>
    private static bool MayNameSecretFile(string pattern)
    {
        const string Secret = ".secret.exs";
        var name = TreePath.NameOf(pattern);
        var wildcard = name.AsSpan().LastIndexOfAny("*?]}");
        var suffix = name[(wildcard + 1)..];
        return wildcard >= 0 && (Secret.EndsWith(suffix, StringComparison.Ordinal) || suffix.EndsWith(Secret, StringComparison.Ordinal));
    }

    /// <summary>Whether the configuration implements protocols, so that texts and collections are not what they are elsewhere.</summary>
    public bool HasImplementations { get; set; }

    /// <summary>Code that is not seen may have defined any of the modules anew.</summary>
    public void ForgetModules()
    {
        foreach (var module in Modules.Values)
        {
            module.IsOpaque = true;
        }
    }

    /// <summary>The configuration itself sets variables: no pin holds from here on.</summary>
    public void ForgetVariables() => Variables = EnvironmentVariables.Unknown;

    /// <summary>The configuration itself sets a variable, for certain or under a condition.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null if it is deleted.</param>
    /// <param name="isKnown">Whether that is its value whatever happens.</param>
    public void SetVariable(string name, string? value, bool isKnown) =>
        Variables = isKnown && BranchDepth == 0 && TryDepth == 0 ? Variables.Pin(name, value, SetByConfiguration) : Variables.Unpin(name);

    /// <summary>What the configuration has set may be something else from here on; what the user pins holds.</summary>
    public void ForgetSetVariables()
    {
        foreach (var variable in Variables.Pinned.Where(variable => variable.Source == SetByConfiguration).ToList())
        {
            Variables = Variables.Unpin(variable.Name);
        }
    }

    /// <summary>Something for which Elixir refuses the configuration, at least under the conditions that hold at this point.</summary>
    public void AddError(ConfigErrorKind kind, string argument, SyntaxNode node)
    {
        // What does not compile is not reported once more for what it does.
        if (_errorPlaces.Add((node.Location.File, node.Location.Span.Start)))
        {
            Errors.Add(new ConfigError(kind, argument, node.Location) { Node = node, IsConditional = Journal.IsInBranch });
        }
    }

    /// <summary>Something unknown may have changed the configuration.</summary>
    public void AddLayer(UnknownLayer layer)
    {
        Journal.AddLayer(layer);
        if (layer.MissingFile is not null && _missingFiles.Add(layer.MissingFile))
        {
            MissingFiles.Add(layer);
        }
    }

    /// <summary>Evaluates a file in place.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="role">How it takes part.</param>
    /// <param name="isScript">Whether it is run by <c>Code</c>, not imported.</param>
    public AbstractValue Evaluate(ElixirSyntaxTree tree, ConfigFileRole role, bool isScript = false)
    {
        if (_importDepth >= MaximumImportDepth)
        {
            AddLayer(new UnknownLayer("imports that are nested too deeply", new Location(tree.File, default)));
            return AtomValue.Nil;
        }

        var refusals = CompileErrors.Find(tree, role, isRead: Project.Kind == ConfigProjectKind.Source || IsReadByProvider);
        if (TryDepth > 0 && refusals.Exists(error => error.IsRefusal))
        {
            // Nothing of the file is run; what the `try` makes of that decides.
            return new NeverValue { Refusal = (ConfigErrorKind.SyntaxError, refusals[0].Argument) };
        }

        foreach (var error in refusals)
        {
            _errorPlaces.Add((error.Location.File, error.Location.Span.Start));
            Errors.Add(error with { IsConditional = Journal.IsInBranch });
        }

        if (!_files.TryGetValue(tree, out var file))
        {
            file = new ConfigFile(tree, role);
            _files.Add(tree, file);
            Evaluated.Add(file);
        }

        if (!isScript)
        {
            Journal.AddImported(file.Path);
        }

        if (HasRunningMacros)
        {
            AddLayer(new UnknownLayer("macros that may configure, which the file may expand", new Location(tree.File, default)));
        }

        _importDepth++;
        var value = new FileEvaluator(this, file).Run(isScript);
        _importDepth--;
        return value;
    }
}
