using System.Collections.Immutable;
using ExsLint.Reporting.Layout;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Reporting.Config;

/// <summary>
/// The effective configuration as Elixir source: one <c>config</c> call a key, one line a setting, and behind each the place
/// where it was written and what it overrides.
/// </summary>
internal sealed class ConfigText(ConfigModel model, ConfigMask mask, StyledOutput output)
{
    /// <summary>Comments start no further right than this, but for lines that are longer.</summary>
    private const int CommentColumn = 56;

    /// <summary>A value that is longer is broken where it can be.</summary>
    private const int LongestValue = 80;

    /// <summary>Of an overridden value this much is shown.</summary>
    private const int LongestOverridden = 40;

    /// <summary>How many overridden values a line names; all of them are explained.</summary>
    private const int MostOverridden = 2;

    private readonly Provenance _provenance = new(model, mask);
    private readonly List<Line> _lines = [];

    /// <summary>Writes the configuration.</summary>
    public void Write()
    {
        WriteHeader();
        foreach (var app in model.State.AppNames)
        {
            if (!model.State.GetSettings(app).Any())
            {
                output.EndLine();
                output.Write($"config {ElixirTerm.OfAtom(app)}, []", TextRole.Strong);
                output.EndLine();
            }

            foreach (var (key, value) in model.State.GetSettings(app))
            {
                output.EndLine();
                WriteBlock(new Setting(app, [key], mask.Apply([key], value)));
            }
        }

        if (model.VariablesLeftOut > 0)
        {
            output.EndLine();
            WriteComment(
                $"not saying what settings are while an environment variable is not set, for {model.VariablesLeftOut} "
                    + $"variables: there are too many");
        }
    }

    private void WriteHeader()
    {
        var root = model.Trees.Files.ShownPath(model.Project.RootFolder);
        WriteComment(
            $"The configuration of {model.Environment}{(root.Length == 0 ? "" : $" in {Printable.Escape(root)}")}, from");
        foreach (var file in model.Files.Where(file => file.Role != ConfigFileRole.Defaults))
        {
            WriteComment("  " + Provenance.PathOf(file.Source));
        }

        if (DatabaseOverride.Of(model) is { } database)
        {
            WriteComment("which the database may override, but for Pleroma.Repo, Pleroma.Web.Endpoint and a few others:");
            WriteComment($"  {Provenance.Describe(database)}");
        }

        foreach (var pinned in model.Variables.Pinned)
        {
            WriteComment($"where {_provenance.Describe(pinned)}");
        }

        foreach (var layer in model.State.Layers)
        {
            var app = layer.App is null ? "" : $" of :{Printable.Escape(layer.App)}";
            WriteComment(
                $"not knowing what is changed{app} at {Provenance.PlaceOf(layer)} by "
                    + $"{Printable.Escape(mask.Sentence(layer.Reason))}");
        }
    }

    private void WriteComment(string text)
    {
        output.Write("# " + text, TextRole.Gutter);
        output.EndLine();
    }

    private void WriteBlock(Setting setting)
    {
        _lines.Clear();
        var layer = model.LayerOver(setting.Value);
        setting = setting with { Value = model.WithoutLayers(setting.Value) };
        var call = $"config {ElixirTerm.OfAtom(setting.App)}, ";
        var key = setting.Keys[0];
        var (certain, note) = WithoutAbsence(setting);
        if (KeywordEntries.Of(certain) is { HasOnlyWords: true } entries)
        {
            _lines.Add(new Line(0, call + ElixirTerm.OfAtom(key) + ",", note));
            AddEntries(entries, 1, closing: "");
        }
        else
        {
            var keyword = ElixirTerm.OfKey(key);
            Add(setting, 0, keyword is null ? $"{call}{ElixirTerm.OfAtom(key)}, " : $"{call}{keyword} ", "");
        }

        if (layer is not null)
        {
            _lines[0] = _lines[0] with { Comment = Join([_lines[0].Comment, $"may be changed at {Provenance.PlaceOf(layer)}"]) };
        }

        var column = Math.Min(
            CommentColumn, _lines.Where(line => line.Comment is not null).Select(line => line.Width).DefaultIfEmpty(0).Max());
        foreach (var line in _lines)
        {
            WriteLine(line, column);
        }
    }

    private void WriteLine(Line line, int column)
    {
        output.Write(
            new string(' ', 2 * line.Indent) + line.Code,
            line.Code.StartsWith("config ", StringComparison.Ordinal) ? TextRole.Strong : TextRole.Plain);
        if (line.Comment is not null)
        {
            output.Write(new string(' ', Math.Max(0, column - line.Width)) + "  # " + line.Comment, TextRole.Gutter);
        }

        output.EndLine();
    }

    /// <summary>
    /// A setting that is either missing or one value, as if it were not missing, and when it is not; any other as it is.
    /// </summary>
    private (Setting Setting, string? Note) WithoutAbsence(Setting setting)
    {
        if (setting.Value is not ChoiceValue { Alternatives.Length: 2 } choice)
        {
            return (setting, null);
        }

        var index = choice.Alternatives[0] is AbsentValue ? 1 : 0;
        return choice.Alternatives[1 - index] is AbsentValue
            && choice.Alternatives[index] is not AbsentValue
            && _provenance.ConditionOf(choice.ConditionOf(index)) is { } condition
                ? (setting with { Value = choice.Alternatives[index] }, $"only if {condition}")
                : (setting, null);
    }

    private void Add(Setting optional, int indent, string prefix, string suffix)
    {
        var (setting, note) = WithoutAbsence(optional);
        var value = setting.Value;
        if (KeywordEntries.Of(setting) is { } entries
            && !(IsWrittenOnOneLine(value) && ElixirTerm.Of(value).Length <= LongestValue - (2 * indent) - prefix.Length))
        {
            _lines.Add(new Line(indent, prefix + "[", note));
            AddEntries(entries, indent + 1, "]" + suffix);
        }
        else if (value is ChoiceValue choice)
        {
            _lines.Add(new Line(indent, prefix + "one_of(", DescribeDefault(setting)));
            AddAlternatives(setting, choice, indent + 1);
            _lines.Add(new Line(indent, ")" + suffix, null));
        }
        else
        {
            AddTerm(value, indent, prefix, suffix, Join([Comment(setting), note]));
        }
    }

    private void AddEntries(KeywordEntries entries, int indent, string closing)
    {
        if (entries.Rest is not null)
        {
            _lines.Add(new Line(indent, $"# and entries that are not known: {Printable.Escape(entries.Rest.Reason)}", null));
        }

        for (var i = 0; i < entries.Settings.Count; i++)
        {
            var key = entries.Settings[i].Keys[^1];
            var separator = i == entries.Settings.Count - 1 ? "" : ",";
            if (entries.HasOnlyWords)
            {
                Add(entries.Settings[i], indent, ElixirTerm.OfKey(key) + " ", separator);
            }
            else
            {
                Add(entries.Settings[i], indent, $"{{{ElixirTerm.OfAtom(key)}, ", "}" + separator);
            }
        }

        if (closing.Length > 0)
        {
            _lines.Add(new Line(indent - 1, closing, null));
        }
    }

    private void AddAlternatives(Setting setting, ChoiceValue choice, int indent)
    {
        for (var i = 0; i < choice.Alternatives.Length; i++)
        {
            var alternative = choice.Alternatives[i];
            var separator = i == choice.Alternatives.Length - 1 ? "" : ",";
            var condition = _provenance.ConditionOf(choice.ConditionOf(i)) is { } test ? $"if {test}" : null;
            if (KeywordEntries.Of(setting with { Value = alternative }) is { } entries)
            {
                _lines.Add(new Line(indent, "[", condition));
                AddEntries(entries, indent + 1, "]" + separator);
                continue;
            }

            AddTerm(
                alternative, indent, "", separator,
                Join([Comment(setting with { Value = alternative }, withDefault: false), condition]));
        }
    }

    /// <summary>A value that is no keyword list: on one line, or one line an item.</summary>
    private void AddTerm(AbstractValue value, int indent, string prefix, string suffix, string? comment)
    {
        var text = ElixirTerm.Of(value);
        var (open, items, close) = value switch
        {
            ListValue { Rest: null } list => ("[", list.Items, "]"),
            TupleValue tuple => ("{", tuple.Items, "}"),
            _ => ("", ImmutableArray<AbstractValue>.Empty, ""),
        };
        if (items.Length == 0 || prefix.Length + text.Length + (2 * indent) <= LongestValue)
        {
            _lines.Add(new Line(indent, prefix + text + suffix, comment));
            return;
        }

        _lines.Add(new Line(indent, prefix + open, comment));
        for (var i = 0; i < items.Length; i++)
        {
            AddTerm(items[i], indent + 1, "", i == items.Length - 1 ? "" : ",", null);
        }

        _lines.Add(new Line(indent, close + suffix, null));
    }

    private string? Comment(Setting setting, bool withDefault = true)
    {
        var value = setting.Value;
        var place = Provenance.PlaceOf(value);
        var older = Provenance.OverriddenBy(value).ToList();
        var overridden = older.Take(MostOverridden).Select((other, index) =>
            $"{(index == 0 ? "overrides " : "")}{Cut(ElixirTerm.Of(other))} ({Provenance.PlaceOf(other)})");
        var more = older.Count > MostOverridden ? $"and {older.Count - MostOverridden} more" : null;
        return Join(
            [place, withDefault ? DescribeDefault(setting) : null, .. _provenance.PinsOf(value).Select(_provenance.Describe),
                .. overridden, more]);
    }

    private string? DescribeDefault(Setting setting) =>
        setting.Value is UnknownValue or ChoiceValue && model.DefaultOf(setting) is { } unset
        ? $"{Cut(ElixirTerm.Of(mask.Apply(setting.Keys, unset.Value)))} while {Printable.Escape(unset.Variable)} is not set"
        : null;

    private static string? Join(IEnumerable<string?> parts)
    {
        var text = string.Join(", ", parts.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    private static string Cut(string text) => text.Length <= LongestOverridden ? text : text[..(LongestOverridden - 3)] + "...";

    /// <summary>
    /// Whether all entries were written on one line, and none overrode another: then they say together where they are from.
    /// </summary>
    private static bool IsWrittenOnOneLine(AbstractValue value)
    {
        var place = Provenance.PlaceOf(value);
        return place is not null && Leaves(value).All(leaf =>
            leaf is not (UnknownValue or ChoiceValue or AbsentValue) && leaf.Overrode is null
                && Provenance.PlaceOf(leaf) == place);
    }

    private static IEnumerable<AbstractValue> Leaves(AbstractValue value) =>
        Keywords.Of(value) is { Items.Length: > 0 } list
        ? list.Rest is not null ? [list.Rest] : list.Items.SelectMany(item => Leaves(Keywords.ValueOf(item)))
        : [value];

    private readonly record struct Line(int Indent, string Code, string? Comment)
    {
        public int Width => (2 * Indent) + Code.Length;
    }
}
