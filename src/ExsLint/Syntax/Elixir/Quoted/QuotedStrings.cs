using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>Quoted literals as terms.</summary>
internal sealed class QuotedStrings(QuotedSteps steps)
{
    /// <summary>Adds a string, a charlist, a sigil or a quoted atom.</summary>
    public void Add(StringLiteralSyntax literal)
    {
        var segments = StringContent.GetSegments(literal);
        var kind = literal.LastToken.RawKind == (int)SyntaxKind.QuotedKeywordEnd ? SyntaxKind.QuotedAtomStart : literal.Kind;
        switch (kind)
        {
            case SyntaxKind.SigilStart:
                steps.Add("{\"t\":[");
                steps.AddAtom("sigil_" + StringContent.GetSigilName(literal));
                steps.Add(",[],[");
                AddParts(segments);
                steps.Add(",");
                steps.Add(CharlistTerm(StringContent.GetSigilModifiers(literal)));
                steps.Add("]]}");
                break;
            case SyntaxKind.QuotedAtomStart when segments is [{ Utf8: { } utf8 }]:
                steps.AddAtom(Encoding.UTF8.GetString(utf8.AsSpan()));
                break;
            case SyntaxKind.QuotedAtomStart:
                steps.Add("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"erlang\"},{\"a\":\"binary_to_atom\"}]]},[],[");
                AddParts(segments);
                steps.Add(",{\"a\":\"utf8\"}]]}");
                break;
            case SyntaxKind.CharlistStart or SyntaxKind.CharlistHeredocStart:
                AddCharlist(segments);
                break;
            default:
                if (segments is [{ Utf8: { } only }])
                {
                    steps.Add(Binary(only));
                }
                else
                {
                    AddParts(segments);
                }

                break;
        }
    }

    private void AddCharlist(ImmutableArray<StringSegment> segments)
    {
        if (segments is [{ Utf8: { } only }])
        {
            steps.Add(CharlistTerm(Encoding.UTF8.GetString(only.AsSpan())));
            return;
        }

        steps.Add("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"Elixir.List\"},{\"a\":\"to_charlist\"}]]},[],[[");
        for (var i = 0; i < segments.Length; i++)
        {
            steps.Add(i == 0 ? "" : ",");
            AddPart(segments[i]);
        }

        steps.Add("]]]}");
    }

    private void AddParts(ImmutableArray<StringSegment> segments)
    {
        steps.Add("{\"t\":[{\"a\":\"<<>>\"},[],[");
        for (var i = 0; i < segments.Length; i++)
        {
            steps.Add(i == 0 ? "" : ",");
            var isInterpolation = segments[i].Interpolation is not null;
            steps.Add(isInterpolation ? "{\"t\":[{\"a\":\"::\"},[],[" : "");
            AddPart(segments[i]);
            steps.Add(isInterpolation ? ",{\"t\":[{\"a\":\"binary\"},[],{\"a\":\"nil\"}]}]]}" : "");
        }

        steps.Add("]]}");
    }

    private void AddPart(StringSegment segment)
    {
        if (segment.Interpolation is { } interpolation)
        {
            steps.Add("{\"t\":[{\"t\":[{\"a\":\".\"},[],[{\"a\":\"Elixir.Kernel\"},{\"a\":\"to_string\"}]]},[],[");
            steps.Add(interpolation.Body);
            steps.Add("]]}");
        }
        else
        {
            steps.Add(Binary(segment.Utf8 ?? []));
        }
    }

    private static string Binary(ImmutableArray<byte> utf8) =>
        JsonText.Of(utf8, static (json, it) => JsonText.AppendBinary(json, it.AsSpan()));

    private static string CharlistTerm(string value) => JsonText.Of(value, static (json, it) =>
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
