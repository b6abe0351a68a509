using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <content>Quoted literals.</content>
internal sealed partial class QuotedFormWriter
{
    private void ExpandString(StringLiteralSyntax literal)
    {
        var segments = StringContent.GetSegments(literal);
        var kind = literal.LastToken.RawKind == (int)SyntaxKind.QuotedKeywordEnd ? SyntaxKind.QuotedAtomStart : literal.Kind;
        switch (kind)
        {
            case SyntaxKind.SigilStart:
                Emit("{\"t\":[");
                EmitAtom("sigil_" + StringContent.GetSigilName(literal));
                Emit(",[],[");
                EmitParts(segments);
                Emit(",");
                Emit(CharlistTerm(StringContent.GetSigilModifiers(literal)));
                Emit("]]}");
                break;
            case SyntaxKind.QuotedAtomStart when segments is [{ Utf8: { } utf8 }]:
                EmitAtom(Encoding.UTF8.GetString(utf8.AsSpan()));
                break;
            case SyntaxKind.QuotedAtomStart:
                Emit("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"erlang\"},{\"a\":\"binary_to_atom\"}]]},[],[");
                EmitParts(segments);
                Emit(",{\"a\":\"utf8\"}]]}");
                break;
            case SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart:
                ExpandCharlist(segments);
                break;
            default:
                if (segments is [{ Utf8: { } only }])
                {
                    Emit(Binary(only));
                }
                else
                {
                    EmitParts(segments);
                }

                break;
        }
    }

    private void ExpandCharlist(ImmutableArray<StringSegment> segments)
    {
        if (segments is [{ Utf8: { } only }])
        {
            Emit(CharlistTerm(Encoding.UTF8.GetString(only.AsSpan())));
            return;
        }

        Emit("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"Elixir.List\"},{\"a\":\"to_charlist\"}]]},[],[[");
        for (var i = 0; i < segments.Length; i++)
        {
            Emit(i == 0 ? "" : ",");
            EmitPart(segments[i]);
        }

        Emit("]]]}");
    }

    private void EmitParts(ImmutableArray<StringSegment> segments)
    {
        Emit("{\"t\":[{\"a\":\"<<>>\"},[],[");
        for (var i = 0; i < segments.Length; i++)
        {
            Emit(i == 0 ? "" : ",");
            var isInterpolation = segments[i].Interpolation is not null;
            Emit(isInterpolation ? "{\"t\":[{\"a\":\"::\"},[],[" : "");
            EmitPart(segments[i]);
            Emit(isInterpolation ? ",{\"t\":[{\"a\":\"binary\"},[],{\"a\":\"nil\"}]}]]}" : "");
        }

        Emit("]]}");
    }

    private void EmitPart(StringSegment segment)
    {
        if (segment.Interpolation is { } interpolation)
        {
            Emit("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"Elixir.Kernel\"},{\"a\":\"to_string\"}]]},[],[");
            Emit(interpolation.Body);
            Emit("]]}");
        }
        else
        {
            Emit(Binary(segment.Utf8 ?? []));
        }
    }

    private static string Binary(ImmutableArray<byte> utf8) =>
        Term(utf8, static (json, it) => JsonText.AppendBinary(json, it.AsSpan()));

    private static string CharlistTerm(string value) => Term(value, static (json, it) =>
    {
        json.Append('[');
        foreach (var rune in it.EnumerateRunes())
        {
            if (json.Length > 1)
            {
                json.Append(',');
            }

            JsonText.AppendInteger(json, rune.Value.ToString(CultureInfo.InvariantCulture));
        }

        json.Append(']');
    });
}
