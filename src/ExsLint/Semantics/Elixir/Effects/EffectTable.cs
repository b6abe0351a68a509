using ExsLint.Semantics.Elixir.Functions;

namespace ExsLint.Semantics.Elixir.Effects;

/// <summary>
/// The one answer to what a call of a function may do. Functions of Elixir's and Erlang's own libraries are taken at their word.
/// A program that is run may leave any file behind, but is trusted not to rewrite the config files that are in the tree, as code
/// of dependencies is.
/// </summary>
internal static class EffectTable
{
    /// <summary>The function that imports a file.</summary>
    public const string ImportConfig = "import_config";

    /// <summary>What is asked for where a module is not known.</summary>
    internal const string UnknownModule = "";

    /// <summary>What a call may do.</summary>
    /// <param name="module">The module as <see cref="FunctionReference"/> calls it; null or empty where it is not known.</param>
    /// <param name="name">The function's name.</param>
    /// <param name="arity">How many arguments it is given.</param>
    public static CallEffects Of(string? module, string name, int arity)
    {
        module ??= UnknownModule;
        var row = RowOf(module);
        var effects = row?.Of(name, arity, KnownFunctions.Find(module, name, arity) is not null) ?? OfUnlisted(module);
        if (row is { IsClosed: true })
        {
            return effects;
        }

        effects |= EffectRows.AnyModule.Of(name, arity, isFolded: false);
        return module.EndsWith(".Task", StringComparison.Ordinal)
            ? effects | EffectRows.AnyTask.Of(name, arity, isFolded: false)
            : effects;
    }

    /// <summary>What a call may do of which nothing but the function's name is known.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="arity">How many arguments it is given.</param>
    public static CallEffects OfName(string name, int arity = 0) => Of(UnknownModule, name, arity);

    /// <summary>What whoever is given a module may do with it.</summary>
    /// <param name="atom">The module, an atom.</param>
    public static CallEffects OfGiven(string atom) => EffectRows.Given.GetValueOrDefault(atom);

    private static ModuleEffects? RowOf(string module) =>
        EffectRows.Modules.TryGetValue(module, out var row) ? row
        : module.StartsWith("Mix.Tasks.", StringComparison.Ordinal) ? EffectRows.MixTask
        : null;

    private static CallEffects OfUnlisted(string module)
    {
        if (module[0] == ':')
        {
            return CallEffects.Unknown;
        }

        var dot = module.IndexOf('.', StringComparison.Ordinal);
        var family = dot < 0 ? module : module[..dot];
        return EffectRows.OfElixir.Contains(family) ? CallEffects.Unknown
            : EffectRows.Loaders.Contains(family) ? CallEffects.Unknown | CallEffects.SetVariablesAsStatement
            : CallEffects.Unknown | CallEffects.SetVariablesAsStatement | CallEffects.ConfigureAsStatement;
    }
}
