using System.Collections.Frozen;
using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Libraries;

/// <summary>Guardian's <c>allowed_algos</c>, <c>ttl</c> and <c>token_ttl</c>: which tokens are taken, and for how long.</summary>
public sealed class GuardianTokensRule : LibraryRule
{
    private const string Algorithms = "allowed_algos";
    private const string TimeToLive = "ttl";
    private const int SecondsOfYear = 366 * 24 * 60 * 60;

    // Keys that say that a module's settings are Guardian's (Guardian 2.5.0, lib/guardian/token/jwt.ex).
    private static readonly ImmutableArray<string> OwnKeys = ["issuer", "secret_key", Algorithms, "token_ttl", "secret_fetcher"];

    // Guardian 2.5.0, lib/guardian.ex, ttl_to_seconds/1.
    private static readonly FrozenDictionary<string, int> Seconds = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["second"] = 1,
        ["minute"] = 60,
        ["hour"] = 60 * 60,
        ["day"] = 24 * 60 * 60,
        ["week"] = 7 * 24 * 60 * 60,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "guardian-tokens",
        Title = "Tokens without signature, or for years",
        Description = "Guardian takes tokens that nobody signed, or gives out tokens that hold for more than a year: whoever "
            + "gets hold of one is that user for as long.",
        Level = DiagnosticLevel.Error,
        SecuritySeverity = 8.0,
        Cwes = [347, 613],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/guardian/Guardian.Token.Jwt.html",
        CreateMessages = () => ConfigMessages.Create(
            ("none",
                "Anyone can write a token that makes them any user, because 'allowed_algos' has 'none' and 'unsecured_signing' "
                    + "of JOSE is on."),
            ("none-refused",
                "Only JOSE, whose 'unsecured_signing' is off, keeps tokens without a signature out, because 'allowed_algos' has "
                    + "'none'."),
            ("long", "A token that is lost opens the account for more than a year, because '{0}' is '{1}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        // JOSE 1.11.12, src/jose_server.erl: off unless it is set.
        var isUnsigned = context.Model.Get("jose", "unsecured_signing").Value.IsTruthy == true;
        JudgeAll(context, application, Algorithms, (_, value) => JudgeAlgorithms(value, isUnsigned));
        JudgeAll(context, application, TimeToLive, (holder, value) => IsGuardian(holder) ? JudgeTime(TimeToLive, value) : null);
        foreach (var holder in context.Model.HoldersOf("token_ttl"))
        {
            foreach (var (type, time) in Times(holder.Get("token_ttl").Value))
            {
                if (JudgeTime(type, time) is { } verdict)
                {
                    Report(context, application, holder.Get("token_ttl"), time, verdict);
                }
            }
        }
    }

    private static Verdict? JudgeAlgorithms(AbstractValue value, bool isUnsigned)
    {
        if (value is not ListValue list || !list.Items.Any(IsNone))
        {
            return null;
        }

        var kept = list.Items.Where(item => !IsNone(item)).OfType<BinaryValue>().Select(item => $"\"{item.Text}\"").ToList();
        var fix = kept.Count is 0 || kept.Count < list.Items.Count(item => !IsNone(item))
            ? null
            : new SettingFix("Leave none out", FixApplicability.Suggested, $"[{string.Join(", ", kept)}]");
        return isUnsigned ? Verdict.Of("none", fix) : Verdict.Of("none-refused", fix, DiagnosticLevel.Warning);
    }

    private static bool IsNone(AbstractValue algorithm) => algorithm is BinaryValue { Text: "none" };

    private static bool IsGuardian(Setting holder) =>
        holder.Keys[^1].EndsWith("Guardian", StringComparison.Ordinal)
        || (holder.Keys[^1].StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal)
            && OwnKeys.Any(key => holder.Get(key).Value is not AbsentValue));

    private static Verdict? JudgeTime(string key, AbstractValue value) =>
        value is TupleValue { Items: [IntegerValue { Number: var number }, AtomValue { Name: var unit }] }
        && Seconds.TryGetValue(unit.TrimEnd('s'), out var seconds)
        && number * seconds > SecondsOfYear
            ? new Verdict("long", [key, $"{{{number}, :{unit}}}"], Level: DiagnosticLevel.Note)
            : null;

    private static IEnumerable<(string Type, AbstractValue Time)> Times(AbstractValue value) => value is MapValue map
        ? map.Pairs.Where(pair => pair.Key is BinaryValue).Select(pair => (((BinaryValue)pair.Key).Text, pair.Value))
        : [];
}
