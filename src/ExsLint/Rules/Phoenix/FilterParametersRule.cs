using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary><c>config :phoenix, :filter_parameters</c>: what of a request does not go to the log.</summary>
public sealed class FilterParametersRule : PhoenixRule
{
    private const string Password = "password";
    private const string Token = "token";

    // From this release on, Phoenix's own list has "token" as well (Phoenix 1.8.6 and 1.8.7, mix.exs).
    private const int MajorWithToken = 1;
    private const int MinorWithToken = 8;
    private const int PatchWithToken = 7;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "phoenix-filter-parameters",
        Title = "Passwords of requests go to the log",
        Description = "A list of filter_parameters replaces Phoenix's own. Where no entry is part of 'password', the passwords "
            + "that people log in with are written to the log as they are.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [532],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/phoenix/Phoenix.Logger.html#module-parameter-filtering",
        CreateMessages = () => ConfigMessages.Create(
            ("password",
                "Passwords of requests are logged as they are, because this list replaces Phoenix's own and no entry is part of "
                    + "'password'."),
            ("token",
                "Tokens of requests are logged as they are, because this list replaces Phoenix's own, which has 'token' since "
                    + "1.8.7.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, PhoenixApplication application)
    {
        if (IsFirst(context, application))
        {
            Judge(
                context,
                application,
                application.Model.Get("phoenix", "filter_parameters"),
                value => EntriesOf(value) is { IsDefault: false } entries ? Judge(application, value, entries) : null,
                _ => null);
        }
    }

    private static Verdict? Judge(PhoenixApplication application, AbstractValue value, ImmutableArray<string> entries)
    {
        if (!Cover(entries, Password))
        {
            return Verdict.Of("password", FixFor(value, entries, [Password, Token]));
        }

        // Akkoma's own list has none (config/config.exs, Akkoma 3.16).
        var isNews =
            application.Dependencies?.VersionOf("phoenix")?.IsAtLeast(MajorWithToken, MinorWithToken, PatchWithToken) == true;
        return isNews && !HasOwnRules(application) && !Cover(entries, Token)
            ? Verdict.Of("token", FixFor(value, entries, [Token]), DiagnosticLevel.Note)
            : null;
    }

    /// <summary>
    /// Whether a parameter of this name is filtered: an entry is part of it, in the same case (Phoenix.Logger).
    /// </summary>
    private static bool Cover(ImmutableArray<string> entries, string name) =>
        entries.Any(entry => name.Contains(entry, StringComparison.Ordinal));

    /// <summary>
    /// What is filtered: the entries of a list, of <c>{:discard, list}</c>; default for <c>{:keep, list}</c> and the rest.
    /// </summary>
    private static ImmutableArray<string> EntriesOf(AbstractValue value) => value switch
    {
        BinaryValue text => [text.Text],
        ListValue { Rest: null } list when list.Items.All(item => item is BinaryValue) =>
            [.. list.Items.OfType<BinaryValue>().Select(item => item.Text)],
        TupleValue { Items: [AtomValue { Name: "discard" }, ListValue list] } => EntriesOf(list),
        _ => default,
    };

    private static SettingFix? FixFor(AbstractValue value, ImmutableArray<string> entries, ImmutableArray<string> added)
    {
        if (value is not ListValue
            || !entries.All(entry => entry.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')))
        {
            return null;
        }

        var list = string.Join(", ", entries.Concat(added).Distinct(StringComparer.Ordinal).Select(entry => $"\"{entry}\""));
        return new SettingFix("Filter these parameters as well", FixApplicability.Suggested, $"[{list}]");
    }
}
