using System.Collections.Immutable;
using ExsLint.Rules.Policy;
using ExsLint.Text;
using Microsoft.CodeAnalysis.Text;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace ExsLint.Cli.Settings;

/// <summary>Reads an <c>exslint.toml</c>. What is wrong with it is told with its place, all of it.</summary>
/// <param name="source">The file.</param>
internal sealed class SettingsReader(SourceFile source)
{
    private const int FarthestSuggestion = 3;

    private readonly Dictionary<SettingsKey, SettingsEntry> _entries = [];
    private readonly List<SettingsProblem> _problems = [];
    private readonly List<PolicyDefinition> _rules = [];

    /// <summary>Reads a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="folder">The folder that its patterns and paths are relative to.</param>
    public static SettingsFile Read(SourceFile source, string folder, out ImmutableArray<SettingsProblem> problems)
    {
        var reader = new SettingsReader(source);
        reader.Read();
        problems = [.. reader._problems];
        return new SettingsFile(folder, reader._entries.ToImmutableDictionary()) { Rules = [.. reader._rules] };
    }

    private void Read()
    {
        if (!source.RoundTrips)
        {
            Complain(new TextSpan(Math.Min(source.InvalidOffsets[0], source.Content.Length), 0), "not valid UTF-8");
            return;
        }

        var document = SyntaxParser.Parse(source.Content, source.Path);
        foreach (var message in document.Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error).Take(1))
        {
            Complain(SpanOf(message.Span), $"not TOML: {Sentence(message.Message)}");
            return;
        }

        // What the other keys say may be about them.
        foreach (var table in document.Tables.OfType<TableArraySyntax>())
        {
            ReadRule(table);
        }

        foreach (var pair in document.KeyValues)
        {
            ReadPair(pair, []);
        }

        foreach (var table in document.Tables.OfType<TableSyntax>())
        {
            foreach (var pair in table.Items)
            {
                ReadPair(pair, NamesOf(table.Name!));
            }
        }
    }

    private void ReadRule(TableArraySyntax table)
    {
        if (NamesOf(table.Name!) is not [PolicyReader.Table])
        {
            Complain(SpanOf(table.Name!.Span), $"there are no tables '[[{table.Name}]]', but for '[[{PolicyReader.Table}]]'");
        }
        else if (new PolicyReader((span, message) => Complain(SpanOf(span), message)).Read(table) is { } rule)
        {
            if (_rules.Exists(other => other.Id == rule.Id))
            {
                Complain(SpanOf(table.Name!.Span), $"there is a rule '{rule.Id}' already");
            }

            _rules.Add(rule);
        }
    }

    /// <summary>A pair, of the document or of a table: <c>levels.a = "error"</c> is <c>a</c> in <c>[levels]</c>.</summary>
    private void ReadPair(KeyValueSyntax pair, ImmutableArray<string> table)
    {
        var names = table.AddRange(NamesOf(pair.Key!));
        var place = SpanOf(pair.Key!.Span);
        if (SettingsKey.All.FirstOrDefault(key => key.Name == names[0]) is not { } key)
        {
            var nearest = Spelling.FindNearest(names[0], SettingsKey.All.Select(known => known.Name), FarthestSuggestion);
            Complain(place, $"there is no setting '{names[0]}'{(nearest is null ? "" : $"; '{nearest}' may be meant")}");
            return;
        }

        var reader = new SettingsValueReader(
            key, [.. _rules.Select(rule => rule.Id)], (span, message) => Complain(SpanOf(span), message));
        var isMap = key.Kind is SettingsKind.RulesByFile or SettingsKind.Levels or SettingsKind.Variables;
        var known = _entries.GetValueOrDefault(key) ?? new SettingsEntry(key, new Location(source, place));
        if (names.Length == 1 && reader.Read(known, pair.Value!) is { } whole)
        {
            _entries[key] = whole;
        }
        else if (names.Length == 2 && isMap)
        {
            _entries[key] = reader.Add(known, names[1], pair.Value!, pair.Key.Span);
        }
        else if (names.Length > 1)
        {
            Complain(place, $"'{key.Name}' has no part '{string.Join('.', names.Skip(1))}'");
        }
    }

    private void Complain(TextSpan span, string message) =>
        _problems.Add(new SettingsProblem(new Location(source, span), message));

    private TextSpan SpanOf(SourceSpan span)
    {
        var start = Math.Clamp(span.Start.Offset, 0, source.Content.Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End.Offset + 1, start, source.Content.Length));
    }

    private static ImmutableArray<string> NamesOf(KeySyntax key) =>
        [NameOf(key.Key!), .. key.DotKeys.Select(part => NameOf(part.Key!))];

    /// <summary>The name of a key, quoted or not.</summary>
    public static string NameOf(BareKeyOrStringValueSyntax key) => key switch
    {
        StringValueSyntax text => text.Value ?? "",
        BareKeySyntax bare => bare.Key?.Text ?? "",
        _ => key.ToString() ?? "",
    };

    /// <summary>A message of the parser without what it quotes: that may be a secret.</summary>
    private static string Sentence(string message)
    {
        if (message.Contains("already defined", StringComparison.Ordinal))
        {
            return "this key stands in the file already";
        }

        var quoted = message.AsSpan().IndexOfAny('`', '"', '\'');
        return (quoted < 0 ? message : message[..quoted]).Trim(' ', '.', ':').ReplaceLineEndings(" ");
    }
}
