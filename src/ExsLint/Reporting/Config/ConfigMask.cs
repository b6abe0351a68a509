using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using ExsLint.Reporting.Masking;
using ExsLint.Semantics.Elixir;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Config;

/// <summary>
/// Takes the secrets out of values and of the text they were written in: what belongs to a secret's name, what looks like a secret, user and
/// password in a URL, and the values of pinned variables with a secret's name. It would rather hide too much.
/// </summary>
internal sealed class ConfigMask
{
    private const string Mask = "***";

    /// <summary>Shorter values of variables are no secrets, and stand in other texts by chance.</summary>
    private const int ShortestSecret = 4;

    /// <summary>Endings of names under which a number is a secret too; of <c>token_ttl: 3600</c> it is none.</summary>
    private static readonly string[] NumericSecretEndings = ["password", "passwd", "passphrase", "pwd", "pass", "pin", "secret", "token", "key"];

    private readonly bool _showsSecrets;
    private readonly string[] _pinnedSecrets;
    private readonly Dictionary<SourceFile, ExcerptMasker> _maskers = [];

    /// <summary>A mask for a configuration.</summary>
    /// <param name="showsSecrets">Whether nothing is to be hidden.</param>
    /// <param name="variables">The variables that were pinned.</param>
    public ConfigMask(bool showsSecrets, EnvironmentVariables variables)
    {
        _showsSecrets = showsSecrets;
        _pinnedSecrets =
        [
            .. variables.Pinned
                .Where(pinned => pinned.Value?.Length >= ShortestSecret && SecretNames.Matches(pinned.Name))
                .Select(pinned => pinned.Value!),
        ];
    }

    /// <summary>A setting's value without its secrets, and what it overrode likewise.</summary>
    /// <param name="keys">The names of the keys that lead to it, the application's not among them.</param>
    /// <param name="value">The value.</param>
    public AbstractValue Apply(IEnumerable<string> keys, AbstractValue value) =>
        _showsSecrets ? value : Hide(value, keys.LastOrDefault(IsSecretName));

    /// <summary>The text of a node without its secrets, on one line.</summary>
    public string Excerpt(SyntaxNode node)
    {
        var text = _showsSecrets ? node.Tree.File.Content.Substring(node.Span.Start, node.Span.Length) : MaskerOf(node.Tree.File).Excerpt(node.Span);
        return string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A line of a file without its secrets.</summary>
    public string Line(SourceFile file, int line)
    {
        var span = file.Lines.GetLine(line);
        return _showsSecrets ? file.Content.Substring(span.Start, span.Length) : MaskerOf(file).Excerpt(span);
    }

    /// <summary>The value of a pinned variable, or what stands for it.</summary>
    public string Shown(PinnedVariable pinned) => pinned.Value switch
    {
        null => "",
        var value when _showsSecrets => value,
        var value => SecretNames.Matches(pinned.Name) ? Mask : HideInText(value) ?? value,
    };

    private AbstractValue Hide(AbstractValue value, string? secretName)
    {
        var hidden = HideTerm(value, secretName);
        return value.Overrode is null ? hidden : hidden with { Overrode = Hide(value.Overrode, secretName) };
    }

    private AbstractValue HideTerm(AbstractValue value, string? secretName)
    {
        switch (value)
        {
            case BinaryValue binary:
                return HideBinary(binary, secretName is not null);
            case AtomValue atom when secretName is not null && !IsWord(atom.Name):
                return Masked(value);
            case IntegerValue integer when secretName is not null && IsSecretNumber(integer.Number, secretName):
                return Masked(value);
            case ListValue list when secretName is not null && IsCharlist(list):
                return Masked(value);
            case ListValue list:
                return list with { Items = HideItems(list.Items, secretName) };
            case TupleValue { Items: [var key, var item] } pair when EnvironmentReference.Of(pair) is null:
                return pair with { Items = [Hide(key, NameOf(key) is null ? secretName : null), Hide(item, SecretNameOf(key) ?? secretName)] };
            case TupleValue tuple when EnvironmentReference.Of(tuple) is { } reference:
                return reference.Default is null ? tuple : tuple with { Items = tuple.Items.SetItem(2, Hide(reference.Default, secretName)) };
            case TupleValue tuple:
                return tuple with { Items = HideItems(tuple.Items, secretName) };
            case MapValue map:
                return map with
                {
                    Pairs = [.. map.Pairs.Select(pair => KeyValuePair.Create(
                        NameOf(pair.Key) is null ? Hide(pair.Key, secretName) : pair.Key, Hide(pair.Value, SecretNameOf(pair.Key) ?? secretName)))],
                };
            case ChoiceValue choice:
                return choice with { Alternatives = HideItems(choice.Alternatives, secretName) };
            default:
                return value;
        }
    }

    private ImmutableArray<AbstractValue> HideItems(ImmutableArray<AbstractValue> items, string? secretName) =>
        [.. items.Select(item => Hide(item, secretName))];

    private AbstractValue HideBinary(BinaryValue binary, bool isSecret)
    {
        if (binary.Bytes.IsEmpty)
        {
            return binary;
        }

        if (isSecret)
        {
            return Masked(binary);
        }

        if (binary.ValidText is not { } text)
        {
            return binary;
        }

        var masked = HideInText(text);
        if (masked is null && binary.Origin is { Node: StringLiteralSyntax literal } && MaskerOf(literal.Tree.File).Hides(literal.Span))
        {
            return Masked(binary);
        }

        return masked is null ? binary : BinaryValue.Of(masked) with { Origin = binary.Origin };
    }

    /// <summary>A text without what looks like a secret in it; null if nothing does.</summary>
    private string? HideInText(string text)
    {
        if (Array.Exists(_pinnedSecrets, secret => text.Contains(secret, StringComparison.Ordinal)))
        {
            return Mask;
        }

        var spans = new List<TextSpan>();
        RandomText.Find(text, spans);
        if (spans.Count == 0)
        {
            return null;
        }

        spans.Sort();
        var masked = new StringBuilder();
        var offset = 0;
        foreach (var span in spans.Where(span => span.End > offset))
        {
            masked.Append(text, offset, Math.Max(0, span.Start - offset)).Append(Mask);
            offset = span.End;
        }

        return masked.Append(text, offset, text.Length - offset).ToString();
    }

    private ExcerptMasker MaskerOf(SourceFile file)
    {
        if (!_maskers.TryGetValue(file, out var masker))
        {
            masker = new ExcerptMasker(file);
            _maskers.Add(file, masker);
        }

        return masker;
    }

    private static AbstractValue Masked(AbstractValue value) => BinaryValue.Of(Mask) with { Origin = value.Origin };

    private static string? SecretNameOf(AbstractValue key) => NameOf(key) is { } name && IsSecretName(name) ? name : null;

    private static string? NameOf(AbstractValue key) => key switch
    {
        AtomValue atom => atom.Name,
        BinaryValue binary => binary.ValidText,
        _ => null,
    };

    /// <summary>The name of a module tells what code it holds, not that a secret does.</summary>
    private static bool IsSecretName(string name) =>
        !name.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) && SecretNames.Matches(name);

    private static bool IsWord(string atom) =>
        atom is "true" or "false" or "nil" || atom.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal);

    private static bool IsSecretNumber(BigInteger number, string name) =>
        BigInteger.Abs(number) >= 1000 && NumericSecretEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsCharlist(ListValue list) =>
        list.Items.Length > 0 && list.Items.All(item => item is IntegerValue { Number: var code } && code >= ' ' && code <= 0x10FFFF);
}
