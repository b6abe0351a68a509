using System.Collections.Immutable;
using ExsLint.Edits;
using ExsLint.Semantics.Elixir.Model;

namespace ExsLint.Rules.Settings;

/// <summary>What is wrong with a value.</summary>
/// <param name="MessageId">Which of the rule's messages says it.</param>
/// <param name="Arguments">What stands for its placeholders.</param>
/// <param name="Fix">What to write instead, if that is known.</param>
/// <param name="Level">The level, where it is not the rule's own.</param>
public sealed record Verdict(
    string MessageId, ImmutableArray<string> Arguments, SettingFix? Fix = null, DiagnosticLevel? Level = null)
{
    /// <summary>The smallest profile that hears of it, where the rule's own is smaller.</summary>
    public RuleProfile Profile { get; init; }

    /// <summary>A verdict whose message has no placeholders.</summary>
    public static Verdict Of(string messageId, SettingFix? fix = null, DiagnosticLevel? level = null) =>
        new(messageId, [], fix, level);
}

/// <summary>What to write instead.</summary>
/// <param name="Title">The change as an instruction.</param>
/// <param name="Applicability">Whether it may be applied without asking.</param>
/// <param name="Text">The new value as Elixir text.</param>
/// <param name="Setting">The setting to write, where it is not the one that was judged but one below it.</param>
/// <param name="Rewritten">What to write for the whole of the judged value, where the new one is not to be put into it.</param>
public sealed record SettingFix(
    string Title, FixApplicability Applicability, string Text, Setting? Setting = null, string? Rewritten = null);
