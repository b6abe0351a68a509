using System.Globalization;
using ExsLint.Reporting.Layout;
using ExsLint.Rules.Settings;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;
using ExsLint.Text;

namespace ExsLint.Reporting.Config;

/// <summary>Says where values come from, in words.</summary>
internal sealed class Provenance(ConfigModel model, ConfigMask mask)
{
    /// <summary>Where a value was written: <c>config/prod.exs:12</c>; null for what the evaluation itself made.</summary>
    public static string? PlaceOf(AbstractValue value) => value.Origin?.Location is { } location
        ? $"{PathOf(location.File)}:{(location.Start.Line + 1).ToString(CultureInfo.InvariantCulture)}"
        : null;

    /// <summary>Where an unknown layer takes effect.</summary>
    public static string PlaceOf(UnknownLayer layer) =>
        $"{PathOf(layer.Location.File)}:{(layer.Location.Start.Line + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A file's path, as people are shown it.</summary>
    public static string PathOf(SourceFile file) => Printable.Escape(file.ShownPath);

    /// <summary>The values that one replaced, the newest first.</summary>
    public static IEnumerable<AbstractValue> OverriddenBy(AbstractValue value)
    {
        for (var older = value.Overrode; older is not null; older = older.Overrode)
        {
            if (older.Origin is not null && older is not (AbsentValue or NeverValue))
            {
                yield return older;
            }
        }
    }

    /// <summary>The condition under which a value was written, in Elixir; null if there is none in its file.</summary>
    public string? ConditionOf(AbstractValue value) => value.Origin is { } origin
        ? Join(WrittenCondition.Around(origin.Node))
        : null;

    /// <summary>The condition under which one of several values holds, in Elixir; null if none is known.</summary>
    public string? ConditionOf(Condition? condition) => Join(WrittenCondition.Of(condition));

    private string? Join(IReadOnlyList<WrittenCondition> conditions) =>
        new ConditionText(node => Printable.Escape(mask.Excerpt(node))).OfAll(conditions);

    /// <summary>The pinned variables that the expression reads which made a value, or the conditions around it.</summary>
    public IEnumerable<PinnedVariable> PinsOf(AbstractValue value) => value.Origin is not { } origin ? [] :
        WrittenCondition.Around(origin.Node).Select(condition => condition.Test).Prepend(origin.Node)
            .SelectMany(node => node.DescendantNodesAndSelf())
            .Select(VariableReadBy)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(name => model.Variables.TryGet(name, out var pinned) ? pinned : null)
            .OfType<PinnedVariable>();

    /// <summary>A pinned variable: <c>PORT is "4000" by --set</c>.</summary>
    public string Describe(PinnedVariable pinned) => pinned.Value is null
        ? $"{pinned.Name} is not set by {pinned.Source}"
        : $"{pinned.Name} is {ElixirTerm.Of(BinaryValue.Of(mask.Shown(pinned)))} by {pinned.Source}";

    /// <summary>
    /// Why the database may override settings: <c>configurable_from_database is true at config/prod.exs:12</c>.
    /// </summary>
    public static string Describe(DatabaseOverride database)
    {
        var value = database.Doubt is { } doubt ? $"depends on {Printable.Escape(doubt)}" : "is true";
        var place = database.Place is { } location
            ? $" at {PathOf(location.File)}:{(location.Start.Line + 1).ToString(CultureInfo.InvariantCulture)}"
            : "";
        return $"{DatabaseOverride.Key} {value}{place}";
    }

    private static string? VariableReadBy(SyntaxNode node) =>
        node is CallSyntax
        {
            Callee: MemberAccessSyntax { Left: AliasSyntax { Name: "System" } },
            Arguments: [StringLiteralSyntax name, ..]
        }
            ? StringContent.GetText(name)
            : null;
}
