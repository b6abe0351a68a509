using System.Globalization;
using ExsLint.Reporting.Layout;
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
    /// <summary>Longer conditions are cut.</summary>
    private const int LongestCondition = 80;

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
        && WrittenCondition.Around(origin.Node) is { Count: > 0 } conditions
            ? string.Join(" and ", conditions.Select(Describe))
            : null;

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

    private string Describe(WrittenCondition condition) => condition.Form switch
    {
        ConditionForm.Holds => Cut(condition.Test),
        ConditionForm.Fails => $"not {Parenthesized(condition.Test)}",
        ConditionForm.Matches => $"{Cut(condition.Test)} matches {Cut(condition.Pattern!)}",
        _ => $"{Cut(((CallSyntax)condition.Test).Arguments[0])} is not set",
    };

    private string Parenthesized(SyntaxNode test) =>
        test is CallSyntax { HasParentheses: true } or IdentifierSyntax ? Cut(test) : $"({Cut(test)})";

    private string Cut(SyntaxNode node)
    {
        var text = mask.Excerpt(node);
        return Printable.Escape(text.Length <= LongestCondition ? text : text[..(LongestCondition - 3)] + "...");
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
