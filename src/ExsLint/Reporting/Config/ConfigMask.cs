using System.Collections.Immutable;
using System.Text;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Semantics.Secrets;
using ExsLint.Syntax;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Reporting.Config;

/// <summary>
/// Takes the secrets out of values and of the text they were written in: what belongs to a secret's name or is made of something
/// that does, what looks like a secret, user and password in a URL, and the values of pinned variables with a secret's name. It
/// would rather hide too much.
/// </summary>
internal sealed class ConfigMask
{
    private const string Mask = FileSecrets.Mask;

    /// <summary>Stands for the name of what is secret for another reason.</summary>
    private const string OfSecret = "secret";

    /// <summary>Shorter values of variables are no secrets, and stand in other texts by chance.</summary>
    private const int ShortestSecret = 4;

    private readonly bool _showsSecrets;
    private readonly string[] _pinnedSecrets;
    private readonly SecretMap _secrets;
    private readonly ConfigModel _model;

    /// <summary>A mask for a configuration.</summary>
    /// <param name="showsSecrets">Whether nothing is to be hidden.</param>
    /// <param name="model">The configuration.</param>
    public ConfigMask(bool showsSecrets, ConfigModel model)
    {
        _model = model;
        _secrets = new SecretMap([], [model]);
        _showsSecrets = showsSecrets;
        _pinnedSecrets =
        [
            .. model.Variables.Pinned
                .Where(pinned => pinned.Value?.Length >= ShortestSecret && SecretNames.Matches(pinned.Name))
                .Select(pinned => pinned.Value!),
        ];
    }

    /// <summary>A setting's value without its secrets, and what it overrode likewise.</summary>
    /// <param name="keys">The names of the keys that lead to it, the application's not among them.</param>
    /// <param name="value">The value.</param>
    public AbstractValue Apply(IEnumerable<string> keys, AbstractValue value) =>
        _showsSecrets ? value : Hide(value, keys.LastOrDefault(IsSecretName));

    /// <summary>An error without the secrets in what it is about.</summary>
    public ConfigError Apply(ConfigError error) =>
        _showsSecrets ? error
            : error with { Argument = _secrets.Of(error.Location.File).Redact(error.Argument, error.Location.Span) };

    /// <summary>The text of a node without its secrets, on one line.</summary>
    public string Excerpt(SyntaxNode node)
    {
        var text = _showsSecrets ? node.Tree.File.Content.Substring(node.Span.Start, node.Span.Length)
            : _secrets.Of(node.Tree.File).Excerpt(node.Span);
        return string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A line of a file without its secrets.</summary>
    public string Line(SourceFile file, int line)
    {
        var span = file.Lines.GetLine(line);
        return _showsSecrets ? file.Content.Substring(span.Start, span.Length) : _secrets.Of(file).Excerpt(span);
    }

    /// <summary>A sentence about the configuration without its secrets.</summary>
    public string Sentence(string text) => _showsSecrets ? text
        : _secrets.Redact(text, _model.Files.Select(file => file.Source), word => word == _model.Environment);

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
            case AtomValue atom when !IsWord(atom.Name) && IsSecret(value, secretName):
            case IntegerValue or FloatValue or OpaqueValue when IsSecret(value, secretName):
            case ListValue list when IsCharlist(list) && (IsSecret(value, secretName) || HideInText(TextOf(list)) is not null):
            case ListValue { IsKeyword: true } or MapValue when secretName is not null && SecretNames.IsPlural(secretName)
                && HasOwnKeys(value):
                return Masked(value);
            case ListValue { IsKeyword: true } or MapValue when secretName is not null && SecretNames.IsAuth(secretName):
                return HideEntries(value, null);
            case AtomValue { Name: var name } when HideInText(name) is { } masked:
                return new AtomValue(masked) { Origin = value.Origin };
            case ListValue or MapValue:
                return HideEntries(value, secretName);
            case TupleValue { Items: [var key, var item] } pair when EnvironmentReference.Of(pair) is null:
                return pair with
                {
                    Items = [Hide(key, NameOf(key) is null ? secretName : null),
                    Hide(item, SecretNameUnder(key, secretName))]
                };
            case TupleValue tuple when EnvironmentReference.Of(tuple) is { } reference:
                return reference.Default is null ? tuple
                    : tuple with { Items = tuple.Items.SetItem(2, Hide(reference.Default, secretName)) };
            case TupleValue tuple:
                return tuple with { Items = HideItems(tuple.Items, secretName) };
            case ChoiceValue choice:
                var inherited = IsSecret(choice, secretName) ? secretName ?? OfSecret : null;
                return choice with { Alternatives = HideItems(choice.Alternatives, inherited), Reason = Sentence(choice.Reason) };
            case ConditionalListValue list:
                return HideTerm(new ListValue(list.Items, list.Rest) { Origin = list.Origin }, secretName) is ListValue shown
                    ? list with { Items = shown.Items, Rest = shown.Rest, Reason = Sentence(list.Reason) }
                    : Masked(list);
            case UnknownValue unknown:
                return unknown with { Reason = Sentence(unknown.Reason) };
            default:
                return value;
        }
    }

    private AbstractValue HideEntries(AbstractValue value, string? secretName)
    {
        if (value is MapValue map)
        {
            return map with
            {
                Pairs = [.. map.Pairs.Select(pair => KeyValuePair.Create(
                    NameOf(pair.Key) is null ? Hide(pair.Key, secretName) : HideKey(pair.Key),
                    Hide(pair.Value, SecretNameUnder(pair.Key, secretName))))],
            };
        }

        var list = (ListValue)value;
        var isSession =
            list.Items.Any(item => item is TupleValue { Items: [AtomValue key, _] } && SecretNames.IsSessionOption(key.Name));
        return list with
        {
            Rest = list.Rest is null ? null : list.Rest with { Reason = Sentence(list.Rest.Reason) },
            Items =
            [
                .. list.Items.Select((item, index) => item is TupleValue { Items: [AtomValue key, var cookie] }
                    && SecretNames.IsBareKey(key.Name)
                    && (isSession || (cookie is BinaryValue { ValidText: { } text } && SecretNames.IsCookieName(text))) ? item
                    : Hide(item, index > 0 && IsOption(list.Items[index - 1]) ? OfSecret : secretName)),
            ],
        };
    }

    /// <summary>A text that is a key may hold a URL.</summary>
    private AbstractValue HideKey(AbstractValue key) => key is BinaryValue binary ? HideBinary(binary, isSecret: false) : key;

    /// <summary>Whether entries are named by what is secret: <c>api_tokens: %{"x" => :admin}</c>.</summary>
    private static bool HasOwnKeys(AbstractValue value) => value is MapValue map
        ? map.Pairs.Any(pair => !SecretNames.Matches(NameOf(pair.Key)) && !SecretNames.IsProperty(NameOf(pair.Key)))
        : ((ListValue)value).Items.Any(
            item =>
                !SecretNames.Matches(NameOf(((TupleValue)item).Items[0]))
                    && !SecretNames.IsProperty(NameOf(((TupleValue)item).Items[0])));

    private bool IsSecret(AbstractValue value, string? secretName) =>
        secretName is not null || (value.Origin is { } origin && _secrets.Of(origin.File).IsSecret(origin.Node));

    private static string? SecretNameUnder(AbstractValue key, string? outer) =>
        SecretNameOf(key) ?? (NameOf(key) is { } name && SecretNames.IsProperty(name) ? null : outer);

    private ImmutableArray<AbstractValue> HideItems(ImmutableArray<AbstractValue> items, string? secretName) =>
        [.. items.Select(item => Hide(item, secretName))];

    private AbstractValue HideBinary(BinaryValue binary, bool isSecret)
    {
        if (binary.Bytes.IsEmpty)
        {
            return binary;
        }

        if (isSecret || IsSecret(binary, null))
        {
            return Masked(binary);
        }

        if (binary.ValidText is not { } text)
        {
            return binary;
        }

        var masked = HideInText(text);
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
        SecretText.Find(text, spans);
        if (spans.Count == 0)
        {
            return null;
        }

        spans.Sort();
        var masked = new StringBuilder();
        var offset = 0;
        foreach (var span in spans.Where(span => span.End > offset))
        {
            masked.Append(text, offset, Math.Max(0, span.Start - offset)).Append(span.Start < offset ? "" : Mask);
            offset = span.End;
        }

        return masked.Append(text, offset, text.Length - offset).ToString();
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

    /// <summary>Whether an item of a list of arguments names the secret that follows: <c>["-setcookie", "x"]</c>.</summary>
    private static bool IsOption(AbstractValue item) =>
        item is BinaryValue { ValidText: ['-', ..] option } && SecretNames.Matches(option);

    private static string TextOf(ListValue charlist) =>
        string.Concat(
            charlist.Items.Cast<IntegerValue>()
                .Select(item => Rune.IsValid((int)item.Number) ? new Rune((int)item.Number).ToString() : ""));

    private static bool IsCharlist(ListValue list) =>
        list.Items.Length > 0
            && list.Items.All(item => item is IntegerValue { Number: var code } && code >= ' ' && code <= 0x10FFFF);
}
