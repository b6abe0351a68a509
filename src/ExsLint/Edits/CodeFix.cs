using System.Collections.Immutable;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Whether a fix may be applied without asking.</summary>
public enum FixApplicability
{
    /// <summary>Keeps the service working as it does; <c>exslint fix</c> applies it.</summary>
    Safe,

    /// <summary>Right for most, but someone may depend on the old behaviour; applied with <c>--unsafe</c> only.</summary>
    Unsafe,

    /// <summary>
    /// Has a blank that only the user can fill in, or needs something that is not in the files; shown, never applied.
    /// </summary>
    Suggested,
}

/// <summary>A proposal whose edits are known.</summary>
/// <param name="Title">What the change does, as an instruction: <c>Set secure_cookie_flag to true</c>.</param>
/// <param name="Applicability">Whether it may be applied without asking.</param>
/// <param name="Edits">The changes; at least one.</param>
public sealed record CodeFix(string Title, FixApplicability Applicability, ImmutableArray<FileEdit> Edits)
    : FixProposal(Title, Applicability)
{
    /// <inheritdoc/>
    public override CodeFix Resolve() => this;

    /// <inheritdoc/>
    internal override FixProposal Renamed(Func<SourceFile, SourceFile> nameOf) =>
        this with { Edits = [.. Edits.Select(edit => edit with { File = nameOf(edit.File) })] };
}

/// <summary>The changes of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Changes">Replacements in ascending order, not overlapping; offsets are those of the unchanged text.</param>
public sealed record FileEdit(SourceFile File, ImmutableArray<TextChange> Changes);
