using ExsLint.Edits;
using ExsLint.Semantics.Secrets;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Secrets;

/// <summary>Proposes to read a secret from the environment. Nobody but the user knows whether its variable is set.</summary>
internal static class SecretEdits
{
    /// <summary>The proposal; null where it is not clear what to write.</summary>
    public static CodeFix? Of(SecretFinding finding)
    {
        if (finding.IsPrivate)
        {
            return null;
        }

        if (finding.Variable is { } variable)
        {
            return ReaderAround(finding.Node) is { } reader ? Replace(reader, variable, "") : null;
        }

        if (finding.Node is BinaryOperatorSyntax { OperatorToken.Text: "<>" } joined)
        {
            return Replace(joined, NameFor(finding), "");
        }

        return LiteralIn(finding.Node) is { } literal
            ? Replace(literal, NameFor(finding), IsCharlist(literal) ? " |> String.to_charlist()" : "")
            : null;
    }

    private static CodeFix Replace(SyntaxNode node, string variable, string then) => new(
        $"Read {variable} from the environment",
        FixApplicability.Suggested,
        [new FileEdit(node.Tree.File, [new TextChange(node.Span, $"System.fetch_env!(\"{variable}\"){then}")])]);

    /// <summary>A variable's name made of application and keys: <c>SHOP_REPO_PASSWORD</c>.</summary>
    private static string NameFor(SecretFinding finding)
    {
        var app = finding.Setting.App;

        // Below the name of many secrets, the keys may be secret as well.
        var many = finding.Setting.Keys.ToList().FindIndex(key => SecretNames.IsPlural(key));
        var keys = many < 0 ? finding.Setting.Keys : finding.Setting.Keys[..(many + 1)];
        string?[] parts = [app, keys.Length > 1 ? keys[^2][(keys[^2].LastIndexOf('.') + 1)..] : null, keys[^1]];
        var name = "";
        foreach (var part in parts)
        {
            var words = part is null ? "" : string.Concat(part.Select(Letter)).Trim('_');
            name = name.Length == 0 || words.StartsWith(name + "_", StringComparison.Ordinal) ? words
                : words.Length == 0 || words == name ? name
                : $"{name}_{words}";
        }

        return name;
    }

    private static char Letter(char character) =>
        char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_';

    /// <summary><c>System.get_env("X", "x")</c> or <c>System.get_env("X") || "x"</c> around a literal.</summary>
    private static SyntaxNode? ReaderAround(SyntaxNode node) => node.Parent switch
    {
        CallSyntax { Arguments: [_, var given] } call when given == node && Fallbacks.IsReader(call) => call,
        CallSyntax { Parent: BinaryOperatorSyntax { OperatorToken.Text: "|>" } pipe } call when Fallbacks.IsReader(call) => pipe,
        BinaryOperatorSyntax { OperatorToken.Text: "||", Left: CallSyntax { Arguments.Length: 1 } call } either
            when Fallbacks.IsReader(call) && either.Right == node => either,
        _ => null,
    };

    /// <summary>The literal that is the value, or from which a call decodes it.</summary>
    private static StringLiteralSyntax? LiteralIn(SyntaxNode node) => node switch
    {
        StringLiteralSyntax literal => literal,
        CallSyntax { Arguments: [StringLiteralSyntax literal, ..] } call
            when MemberName(call) is { } name && name.Contains("decode", StringComparison.Ordinal) => literal,
        _ => null,
    };

    private static string? MemberName(CallSyntax call) => (call.Callee as MemberAccessSyntax)?.NameToken?.Text;

    private static bool IsCharlist(StringLiteralSyntax literal) =>
        literal.Kind is SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart
        || (literal.Kind == SyntaxKind.SigilStart && StringContent.GetSigilName(literal) is "c" or "C");
}
