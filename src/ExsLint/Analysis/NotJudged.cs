namespace ExsLint.Analysis;

/// <summary>Something that was read although no rule judges it. Finding nothing in it means nothing.</summary>
/// <param name="What">What it is: the name of an application or a unit, or a path.</param>
/// <param name="Why">Why no rule judges it.</param>
/// <param name="Path">The file it was seen in, as <see cref="Semantics.IProjectFiles"/> has it; null for none.</param>
public sealed record NotJudged(string What, NotJudgedReason Why, string? Path);

/// <summary>Why something is not judged, in words for one thing and for several.</summary>
/// <param name="One">What is said of one thing: <c>no rules for this application</c>.</param>
/// <param name="Many">What is said of several things: <c>no rules for these applications</c>.</param>
public sealed record NotJudgedReason(string One, string Many)
{
    /// <summary>ExsLint has no rules for an application.</summary>
    public static NotJudgedReason NoRules { get; } = new("no rules for this application", "no rules for these applications");

    /// <summary>Config files set nothing for an application that is known to be the project's own.</summary>
    public static NotJudgedReason NoKnownApplication { get; } = new(
        "but for secrets and options of libraries", "but for secrets and options of libraries");

    /// <summary>A script that the user named sets nothing: <c>mix.exs</c>, a helper.</summary>
    public static NotJudgedReason ConfiguresNothing { get; } = new("configures nothing", "configure nothing");

    /// <summary>A service was found on the way that does not run an Elixir application.</summary>
    public static NotJudgedReason OtherService { get; } =
        new("does not run the Erlang VM; --profile strict judges it", "do not run the Erlang VM; --profile strict judges them")
        {
            CountedAs = "unit",
        };

    /// <summary>A file that the user named is read in another environment only.</summary>
    /// <param name="environment">That environment.</param>
    public static NotJudgedReason OfEnvironment(string environment) =>
        new(
            $"read in another environment; --env {environment} judges it",
            $"read in another environment; --env {environment} judges them");

    /// <summary>A file of a project's configuration is imported by nothing.</summary>
    public static NotJudgedReason NotImported { get; } = new("no project imports it", "no project imports them");

    /// <summary>A file that the user named is in a folder that Mix does not read.</summary>
    /// <param name="configPath">What <c>config_path</c> of the project names instead.</param>
    public static NotJudgedReason ReadInstead(string configPath) =>
        new($"not read, as config_path names {configPath}", $"not read, as config_path names {configPath}");

    /// <summary>The noun with which a report for people counts such things; null if it names each.</summary>
    public string? CountedAs { get; init; }
}
