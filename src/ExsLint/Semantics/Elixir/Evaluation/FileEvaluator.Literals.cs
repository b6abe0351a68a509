using System.Collections.Immutable;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content>Literals, aliases, quoted text and collections.</content>
internal sealed partial class FileEvaluator
{
    /// <summary>Larger maps are data, not settings, and their keys are compared one by one.</summary>
    private const int MaximumMapSize = 2_000;

    private static AbstractValue EvaluateLiteral(LiteralSyntax literal) => literal.Kind switch
    {
        SyntaxKind.Integer => new IntegerValue(LiteralValue.GetInteger(literal)),
        SyntaxKind.Float => new FloatValue(LiteralValue.GetFloat(literal)),
        SyntaxKind.Character => new IntegerValue(LiteralValue.GetCharacter(literal)),
        SyntaxKind.True => new AtomValue("true"),
        SyntaxKind.False => new AtomValue("false"),
        SyntaxKind.Nil => new AtomValue("nil"),
        _ => new AtomValue(LiteralValue.GetAtomName(literal)),
    };

    private AbstractValue EvaluateIdentifier(IdentifierSyntax identifier, Scope scope)
    {
        if (scope.Find(identifier.Name) is { } value)
        {
            return value;
        }

        return identifier.Name switch
        {
            "config_env" => new AtomValue(session.Environment),
            "config_target" => new AtomValue("host"),
            "__DIR__" => new UnknownValue("the project's folder", ValueShape.Binary) { TreePath = Folder },
            "__ENV__" or "__MODULE__" or "__CALLER__" => new UnknownValue(identifier.Name),
            _ => new UnknownValue($"result of {identifier.Name}/0"),
        };
    }

    private static AbstractValue EvaluateAlias(ExpressionSyntax node, Scope scope) =>
        AliasName(node) is { } name
            ? new AtomValue(AtomValue.AliasPrefix + scope.ExpandAlias(name))
            : new UnknownValue("an alias that depends on a module");

    /// <summary>The alias as written, or null if its first part is no alias.</summary>
    private static string? AliasName(ExpressionSyntax node)
    {
        var segments = new Stack<string>();
        while (node is QualifiedAliasSyntax qualified)
        {
            segments.Push(qualified.Name.Text);
            node = qualified.Left;
        }

        if (node is not AliasSyntax alias)
        {
            return null;
        }

        segments.Push(alias.Name);
        return alias.Name == "Elixir" && segments.Count > 1 ? string.Join('.', segments.Skip(1)) : string.Join('.', segments);
    }

    private AbstractValue EvaluateString(StringLiteralSyntax literal, Scope scope)
    {
        if (literal.Kind != SyntaxKind.SigilStart)
        {
            var text = Concatenate(StringContent.GetSegments(literal), scope);
            return literal.Kind switch
            {
                SyntaxKind.QuotedAtomStart => ToAtom(text),
                SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart => ToCharlist(text),
                _ => text,
            };
        }

        var content = Concatenate(StringContent.GetSegments(literal, unescapeSigil: true), scope);
        return StringContent.GetSigilName(literal) switch
        {
            "s" or "S" => content,
            "c" or "C" => ToCharlist(content),
            "w" or "W" => SplitWords(content, StringContent.GetSigilModifiers(literal)),
            "r" or "R" => new OpaqueValue("a regex"),
            var name => new UnknownValue($"sigil ~{name}"),
        };
    }

    private AbstractValue Concatenate(ImmutableArray<StringSegment> segments, Scope scope)
    {
        var parts = new List<AbstractValue>(segments.Length);
        foreach (var segment in segments)
        {
            var part = segment.Interpolation is null
                ? new BinaryValue(segment.Utf8 ?? [])
                : KnownFunctions.ToText(EvaluateBody(segment.Interpolation.Body, scope));
            if (part is NeverValue)
            {
                return part;
            }

            parts.Add(part);
        }

        return KnownFunctions.Concatenate(parts);
    }

    private static AbstractValue ToAtom(AbstractValue text) => text switch
    {
        BinaryValue binary => new AtomValue(binary.Text),
        UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.Atom),
        _ => text,
    };

    private static AbstractValue ToCharlist(AbstractValue text) => text switch
    {
        BinaryValue binary => new ListValue([.. binary.Text.EnumerateRunes().Select(rune => new IntegerValue(rune.Value))]),
        UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.List),
        _ => text,
    };

    private static AbstractValue SplitWords(AbstractValue text, string modifiers)
    {
        if (text is not BinaryValue binary)
        {
            return text is UnknownValue unknown ? new UnknownValue(unknown.Reason, ValueShape.List) : text;
        }

        Func<string, AbstractValue>? convert = modifiers switch
        {
            "" or "s" => BinaryValue.Of,
            "a" => word => new AtomValue(word),
            "c" => word => ToCharlist(BinaryValue.Of(word)),
            _ => null,
        };
        return convert is null
            ? new UnknownValue("sigil ~w")
            : new ListValue([.. binary.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(convert)]);
    }

    private AbstractValue EvaluatePair(KeywordPairSyntax pair, Scope scope)
    {
        var key = pair.QuotedKey is null ? new AtomValue(pair.KeyName!) : ToAtom(EvaluateString(pair.QuotedKey, scope));
        var value = Evaluate(pair.Value, scope);
        return value is NeverValue ? value : new TupleValue([key, value]);
    }

    private AbstractValue EvaluateItems<T>(ImmutableArray<T> nodes, Scope scope, Func<ImmutableArray<AbstractValue>, AbstractValue> create)
        where T : ExpressionSyntax
    {
        var items = ImmutableArray.CreateBuilder<AbstractValue>(nodes.Length);
        foreach (var node in nodes)
        {
            var item = Evaluate(node, scope);
            if (item is NeverValue)
            {
                return item;
            }

            items.Add(item);
        }

        return create(items.DrainToImmutable());
    }

    private AbstractValue EvaluateList(ListSyntax list, Scope scope) =>
        list.Elements is [.., BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.PipeOperator }]
            ? Opaque(list, "a list with a tail", new UnknownValue("a list with a tail", ValueShape.List))
            : EvaluateItems(list.Elements, scope, items => new ListValue(items));

    private AbstractValue EvaluateMap(MapSyntax map, Scope scope)
    {
        if (map.StructName is not null || map.Updated is not null || map.Elements.Length > MaximumMapSize)
        {
            return Opaque(map, "a struct or map update", map.StructName is null ? null : new OpaqueValue("a struct"));
        }

        var pairs = new List<KeyValuePair<AbstractValue, AbstractValue>>();
        foreach (var element in map.Elements)
        {
            var pair = element is BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.AssocOperator } assoc
                ? EvaluateItems([assoc.Left, assoc.Right], scope, items => new TupleValue(items))
                : Evaluate(element, scope);
            if (pair is NeverValue)
            {
                return pair;
            }

            if (pair is not TupleValue { Items: [var key, var value] } || !ValueComparer.IsKnown(key))
            {
                return new UnknownValue("a map whose keys are not all known");
            }

            pairs.RemoveAll(other => ValueComparer.Same(other.Key, key));
            pairs.Add(KeyValuePair.Create(key, value));
        }

        return new MapValue([.. pairs]);
    }

    private AbstractValue EvaluateAccess(AccessSyntax access, Scope scope)
    {
        var target = Evaluate(access.Target, scope);
        var key = Evaluate(access.Key, scope);
        if (target is NeverValue || key is NeverValue)
        {
            return new NeverValue();
        }

        var value = key is AtomValue { Name: var name } ? Setting.Step(target, name) : new UnknownValue("a look-up with a key that is no atom");
        return value is AbsentValue { Container: null } ? AtomValue.Nil : value is AbsentValue ? new UnknownValue("a look-up") : value;
    }
}
