using System.Collections.Immutable;
using System.Numerics;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Libraries;

/// <summary>The cost of password hashes, which is set low in tests.</summary>
public sealed class PasswordHashRule : LibraryRule
{
    // The least that OWASP's Password Storage Cheat Sheet has: a work factor of 10 for bcrypt, and 7 MiB for Argon2, whose
    // m_cost is the power of two of the KiB. NIST SP 800-132 and SP 800-63B (5.1.1.2) have 10,000 iterations of PBKDF2.
    // The defaults are those of bcrypt_elixir 3.3.2, argon2_elixir 4.1.3, pbkdf2_elixir 2.3.1 and Comeonin 3.2.
    private static readonly ImmutableArray<Cost> Costs =
    [
        new("bcrypt_elixir", "log_rounds", 10, 12),
        new("argon2_elixir", "m_cost", 12, 16),
        new("pbkdf2_elixir", "rounds", 10_000, 160_000),
        new("comeonin", "bcrypt_log_rounds", 10, 12),
        new("comeonin", "pbkdf2_rounds", 10_000, 160_000),
    ];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "weak-password-hash",
        Title = "Password hashes are quick to guess",
        Description = "The cost of password hashes is below what is recommended: who gets hold of the hashes can try so many "
            + "passwords a second that most are found.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 6.0,
        Cwes = [916],
        Fix = FixApplicability.Safe,
        ReferenceUri = "https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html",
        CreateMessages = () => ConfigMessages.Create(
            ("weak", "Who gets hold of the password hashes finds most passwords soon, because '{0}' is '{1}', below '{2}'.")),
    };

    /// <inheritdoc/>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        foreach (var cost in Costs)
        {
            var fix = new SettingFix(
                $"Set {cost.Key} to {cost.Default}, the default", FixApplicability.Safe, cost.Default.ToString());
            Judge(
                context,
                application,
                context.Model.Get(cost.App, cost.Key),
                value => value is IntegerValue { Number: var number } && number < cost.Least
                    ? new Verdict("weak", [cost.Key, number.ToString(), cost.Least.ToString()], fix)
                    : null,
                _ => null);
        }
    }

    /// <summary>A cost.</summary>
    /// <param name="App">The library.</param>
    /// <param name="Key">Its setting.</param>
    /// <param name="Least">The least that is not weak.</param>
    /// <param name="Default">What holds where it is not set.</param>
    private sealed record Cost(string App, string Key, BigInteger Least, BigInteger Default);
}
