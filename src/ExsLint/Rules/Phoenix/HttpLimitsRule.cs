using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Frameworks;
using ExsLint.Frameworks.Dependencies;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Rules.Phoenix;

/// <summary>Limits of Bandit that are turned off.</summary>
public sealed class HttpLimitsRule : LibraryRule
{
    private const string OfHttp2 = "http_2_options";
    private const string OfWebSockets = "websocket_options";
    private static readonly ImmutableArray<string> SizeKeys = ["max_frame_size", "max_fragmented_message_size"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "http-limits-disabled",
        Title = "Limits of the web server are turned off",
        Description = "A limit of Bandit that protects the server's memory and time is turned off: the rate at which a client "
            + "may reset streams, or the size of messages in a WebSocket.",
        Level = DiagnosticLevel.Warning,
        SecuritySeverity = 5.0,
        Cwes = [770],
        Fix = FixApplicability.Suggested,
        ReferenceUri = "https://hexdocs.pm/bandit/Bandit.html#t:http_2_options/0",
        CreateMessages = () => ConfigMessages.Create(
            ("resets",
                "One client can keep the server busy with requests that it takes back, because 'max_reset_stream_rate' is "
                    + "'nil'."),
            ("size", "One client can fill the server's memory with a message of any size, because '{0}' is '0'."),
            ("size-unknown",
                "One client can fill the server's memory with a message of any size, because '{0}' is '0'; before Bandit 1.11.0 "
                    + "that is the default.")),
    };

    /// <inheritdoc/>
    /// <remarks>The options and their defaults: Bandit's changes in 1.9.0 and 1.11.0, and lib/bandit.ex of 1.12.5.</remarks>
    protected override void Analyze(ConfigRuleContext context, MixApplication application)
    {
        var bandit = application.Dependencies?.VersionOf("bandit");
        if (bandit?.IsAtLeast(1, 9) != false)
        {
            JudgeAll(
                context,
                application,
                "max_reset_stream_rate",
                (holder, value) => Stands(holder, OfHttp2) && value is AtomValue { IsNil: true }
                    ? Verdict.Of("resets", Limit("{500, 10_000}"))
                    : null);
        }

        if (bandit?.IsAtLeast(1, 11) != false)
        {
            foreach (var key in SizeKeys)
            {
                JudgeAll(context, application, key, (holder, value) => JudgeSize(key, holder, value, bandit));
            }
        }
    }

    private static Verdict? JudgeSize(string key, Setting holder, AbstractValue value, DependencyVersion? bandit)
    {
        if (!Stands(holder, OfWebSockets) || value is not IntegerValue { Number.IsZero: true })
        {
            return null;
        }

        return bandit is null
            ? new Verdict("size-unknown", [key], Limit("8_000_000"), DiagnosticLevel.Note)
            : new Verdict("size", [key], Limit("8_000_000"));
    }

    private static bool Stands(Setting holder, string key) => holder.Keys[^1] == key;

    private static SettingFix Limit(string text) => new("Set Bandit's own limit", FixApplicability.Suggested, text);
}
