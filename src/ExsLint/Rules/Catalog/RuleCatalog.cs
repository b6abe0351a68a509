using System.Collections.Immutable;
using ExsLint.Rules.Units;

namespace ExsLint.Rules.Catalog;

/// <summary>
/// Every rule. Plain lists: nothing is looked up at run time, and a test asserts that no rule is missing. A rule is made when the
/// first list that has it is asked for.
/// </summary>
public static class RuleCatalog
{
    /// <summary>The rules, sorted by id.</summary>
    public static ImmutableArray<Rule> All => Whole.Rules;

    /// <summary>The rules about configurations, in no order.</summary>
    internal static ImmutableArray<ConfigRule> OfConfigs => Configs.Rules;

    /// <summary>The rules that judge units, each of them an <see cref="IUnitJudge"/>, in no order.</summary>
    internal static ImmutableArray<Rule> OfUnits => Units.Rules;

    /// <summary>The rule with this id, or null.</summary>
    public static Rule? Find(string id) => All.FirstOrDefault(rule => rule.Descriptor.Id == id);

    /// <summary>One of the rules about texts of all kinds.</summary>
    /// <typeparam name="T">The rule.</typeparam>
    internal static T Get<T>()
        where T : Rule => SharedRules.All.OfType<T>().Single();

    private static class Configs
    {
        public static ImmutableArray<ConfigRule> Rules { get; } = [.. SharedRules.All.OfType<ConfigRule>(), .. ConfigRules.All];
    }

    private static class Units
    {
        public static ImmutableArray<Rule> Rules { get; } =
            [.. SharedRules.All.Where(rule => rule is IUnitJudge), .. UnitRules.All];
    }

    private static class Whole
    {
        public static ImmutableArray<Rule> Rules { get; } = Sort([.. SharedRules.All, .. ConfigRules.All, .. UnitRules.All]);
    }

    private static ImmutableArray<Rule> Sort(Rule[] rules) =>
        [.. rules.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal)];
}
