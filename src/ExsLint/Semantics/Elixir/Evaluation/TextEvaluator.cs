using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.RegularExpressions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Quoted text: strings, charlists, quoted atoms, sigils and bitstrings.</summary>
internal sealed class TextEvaluator(EvaluationState state, IExpressionEvaluator expressions, UnfollowedCode unfollowed)
{
    public AbstractValue EvaluateString(StringLiteralSyntax literal, Scope scope)
    {
        if (literal is { Kind: SyntaxKind.StringStart, Parts: [StringTextSyntax plain] }
            && !plain.FirstToken.TextSpanOf.Contains('\\'))
        {
            return new BinaryValue(StringContent.EncodePlain(plain.FirstToken.TextSpanOf)) { Node = literal };
        }

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

        if (StringContent.GetSigilName(literal) is "r" or "R")
        {
            return EvaluateRegex(literal, scope);
        }

        var content = Concatenate(StringContent.GetSegments(literal, unescapeSigil: true), scope);
        return StringContent.GetSigilName(literal) switch
        {
            "s" or "S" => content,
            "c" or "C" => ToCharlist(content),
            "w" or "W" => SplitWords(content, StringContent.GetSigilModifiers(literal)),
            "D" or "T" or "N" or "U" =>
                CalendarText.Parse(StringContent.GetSigilName(literal), content, StringContent.GetSigilModifiers(literal)),
            var name => unfollowed.Undetermined($"sigil ~{name}", [content], literal),
        };
    }

    private AbstractValue EvaluateRegex(StringLiteralSyntax literal, Scope scope)
    {
        var segments = StringContent.GetSegments(literal);
        var isUnescaped = false;
        if (StringContent.GetSigilName(literal) == "r")
        {
            segments =
            [
                .. segments.Select(segment =>
                {
                    if (segment.Utf8 is not { } text)
                    {
                        return segment;
                    }

                    var unescaped = RegexSource.Unescape(text);
                    isUnescaped |= unescaped.Length != text.Length;
                    return segment with { Utf8 = unescaped };
                }),
            ];
        }

        // Newer versions leave escapes to PCRE, for which white space that is escaped is none that `x` skips.
        var options = StringContent.GetSigilModifiers(literal);
        return Concatenate(segments, scope) switch
        {
            NeverValue never => never,
            BinaryValue source when !isUnescaped || !options.Contains('x', StringComparison.Ordinal) =>
                new RegexValue(source, options) { IsUnescaped = isUnescaped },
            _ => new OpaqueValue("a regex"),
        };
    }

    public AbstractValue Concatenate(ImmutableArray<StringSegment> segments, Scope scope)
    {
        if (segments is [{ Utf8: { } bytes }])
        {
            return new BinaryValue(bytes);
        }

        var parts = new List<AbstractValue>(segments.Length);
        var siblings = new SiblingScope(scope);
        foreach (var segment in segments)
        {
            var part = segment.Interpolation is null
                ? new BinaryValue(segment.Utf8 ?? [])
                : TextOf(expressions.EvaluateBody(segment.Interpolation.Body, scope), segment.Interpolation);
            if (part is NeverValue)
            {
                return part;
            }

            parts.Add(part);
            siblings.Next();
        }

        siblings.End();
        var text = TextTerms.Concatenate(parts);
        return state.Budget.TrySpend(text.Weight) ? text : new UnknownValue(WorkBudget.Reason);
    }

    private AbstractValue TextOf(AbstractValue value, InterpolationSyntax site) =>
        state.Hidden.HasImplementations && value is not (BinaryValue or NeverValue)
            ? unfollowed.Undetermined(KnownCalls.ImplementationsReason, [value], site, ValueShape.Binary)
            : TextTerms.ToText(value);

    public static AbstractValue ToAtom(AbstractValue text) => text switch
    {
        BinaryValue { ValidText: { } name } => new AtomValue(name),
        BinaryValue => new UnknownValue("text that is not UTF-8"),
        UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.Atom),
        _ => text,
    };

    private static AbstractValue ToCharlist(AbstractValue text) => text switch
    {
        BinaryValue { ValidText: { } characters } =>
            new ListValue([.. characters.EnumerateRunes().Select(rune => new IntegerValue(rune.Value))]),
        BinaryValue => new UnknownValue("text that is not UTF-8"),
        UnknownValue unknown => new UnknownValue(unknown.Reason, ValueShape.List),
        _ => text,
    };

    private static AbstractValue SplitWords(AbstractValue text, string modifiers)
    {
        if (text is not BinaryValue { ValidText: { } words })
        {
            return text is UnknownValue unknown ? new UnknownValue(unknown.Reason, ValueShape.List)
                : text is BinaryValue ? new UnknownValue("text that is not UTF-8")
                : text;
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
            : new ListValue([.. ElixirText.SplitWords(words).Select(convert)]);
    }

    /// <summary>Texts made of bytes: <c>&lt;&lt;1, 2, "abc">></c> without sizes or types.</summary>
    public AbstractValue EvaluateBitstring(BitstringSyntax bits, Scope scope)
    {
        const string Reason = "a bitstring";
        if (bits.Elements.Any(
            element =>
                element is BinaryOperatorSyntax or UnaryOperatorSyntax or KeywordListSyntax or IdentifierSyntax or CallSyntax))
        {
            return unfollowed.Opaque(bits, scope, Reason);
        }

        if (expressions.EvaluateSiblings(bits.Elements, scope, out var parts) is { } never)
        {
            return never;
        }

        var bytes = ImmutableArray.CreateBuilder<byte>();
        foreach (var part in parts)
        {
            switch (part)
            {
                case IntegerValue { Number: var number }:
                    bytes.Add((byte)(number & byte.MaxValue));
                    break;
                case BinaryValue text:
                    bytes.AddRange(text.Bytes);
                    break;
                default:
                    return new UnknownValue(Reason);
            }
        }

        return new BinaryValue(bytes.DrainToImmutable());
    }
}
