using System.Collections.Immutable;
using ExsLint.Rules;

namespace ExsLint.Reporting;

/// <summary>What a report says besides the findings.</summary>
public sealed record ReportOptions
{
    /// <summary>The category where none is named.</summary>
    public const string DefaultCategory = "exslint";

    /// <summary>The rules that ran; a report that describes rules describes these, in this order.</summary>
    public required ImmutableArray<RuleDescriptor> Rules { get; init; }

    /// <summary>The version of ExsLint.</summary>
    public string ToolVersion { get; init; } = Product.Version;

    /// <summary>The project's address, without a slash at its end.</summary>
    public string ProjectUrl { get; init; } = Product.Url;

    /// <summary>
    /// Tells this analysis from others of the same commit (SARIF <c>automationDetails.id</c>): a later upload replaces the one
    /// with the same category.
    /// </summary>
    public string Category { get; init; } = DefaultCategory;

    /// <summary>Which commit was analysed, where that is known.</summary>
    public SourceRevision? Revision { get; init; }
}

/// <summary>A commit of a repository.</summary>
/// <param name="RepositoryUri">The repository's address, absolute and without user or password.</param>
/// <param name="RevisionId">The commit's full hash.</param>
/// <param name="Branch">The branch that is checked out, or null.</param>
public sealed record SourceRevision(Uri RepositoryUri, string RevisionId, string? Branch);
