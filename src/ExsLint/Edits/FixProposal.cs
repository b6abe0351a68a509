using System.Collections.Immutable;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Text;

namespace ExsLint.Edits;

/// <summary>What to write instead of what was found. The edits are computed only when the fix is shown or applied.</summary>
/// <param name="Title">What the change does, as an instruction: <c>Set secure_cookie_flag to true</c>.</param>
/// <param name="Applicability">Whether it may be applied without asking.</param>
public abstract record FixProposal(string Title, FixApplicability Applicability)
{
    /// <summary>What the change sets besides the reported setting: <c>akkoma.service/Service/SystemCallErrorNumber</c>.</summary>
    public ImmutableArray<SettingId> AlsoSets { get; init; } = [];

    /// <summary>
    /// The fix with its edits; null if no edit is known to do this and nothing else. The search runs once; any number of
    /// threads may ask.
    /// </summary>
    public abstract CodeFix? Resolve();

    /// <summary>What looks for the edits, one search after the other; null where they are known.</summary>
    internal virtual object? Searcher => null;

    /// <summary>The proposal for files that are reported by other names.</summary>
    /// <param name="nameOf">Gives a file by the name that it is reported by.</param>
    internal abstract FixProposal Renamed(Func<SourceFile, SourceFile> nameOf);
}

/// <summary>A proposal to change a setting of a configuration.</summary>
public sealed record SettingProposal : FixProposal
{
    private readonly Lazy<FileEdit?> _edit;
    private readonly SettingEditor _editor;
    private readonly Func<SourceFile, SourceFile>? _nameOf;

    /// <summary>A proposal whose edit an editor finds.</summary>
    /// <param name="title">What the change does, as an instruction.</param>
    /// <param name="applicability">Whether it may be applied without asking.</param>
    /// <param name="change">What is to become of the setting.</param>
    /// <param name="instanceFile">The file to write to where the value's own file is not to be changed.</param>
    /// <param name="editor">Finds and proves the edit.</param>
    internal SettingProposal(
        string title, FixApplicability applicability, SettingChange change, ConfigFile instanceFile, SettingEditor editor)
        : base(title, applicability)
    {
        Change = change;
        _editor = editor;
        _edit = new(() => editor.Edit(change, instanceFile));
    }

    /// <summary>The change of the setting.</summary>
    public SettingChange Change { get; }

    /// <inheritdoc/>
    internal override object Searcher => _editor;

    /// <inheritdoc/>
    public override CodeFix? Resolve() =>
        _edit.Value is { } edit
            ? new CodeFix(Title, Applicability, [_nameOf is null ? edit : edit with { File = _nameOf(edit.File) }])
            : null;

    /// <inheritdoc/>
    internal override FixProposal Renamed(Func<SourceFile, SourceFile> nameOf) => this with { NameOf = nameOf };

    private Func<SourceFile, SourceFile> NameOf
    {
        init => _nameOf = value;
    }
}
