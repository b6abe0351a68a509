using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.Functions;
using static ExsLint.Semantics.Elixir.Effects.CallEffects;

namespace ExsLint.Tests.Semantics.Elixir;

/// <summary>The one table of what calls may do.</summary>
public sealed class EffectTableTests
{
    [Fact]
    public void Every_folded_function_has_a_row()
    {
        var missing = KnownFunctions.Names.Where(function => !EffectRows.Modules.ContainsKey(function.Module))
            .Select(function => function.Module);

        Assert.Empty(missing.Distinct());
    }

    /// <summary>A folded function that calls functions it is given says so; none is unknown, or runs code.</summary>
    [Fact]
    public void Folded_functions_agree_with_the_table()
    {
        var wrong = new List<string>();
        foreach (var (module, name, arity) in KnownFunctions.Names)
        {
            var effects = EffectTable.Of(module, name, arity);
            var callsFunctions = !KnownFunctions.Find(module, name, arity)!.FunctionParameters.IsEmpty;
            if (effects.MayRunOwnCode() || (callsFunctions && !effects.May(RunFunctions)))
            {
                wrong.Add($"{module}.{name}/{arity}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>A function that is listed with an arity is folded.</summary>
    [Fact]
    public void Listed_arities_are_of_folded_functions()
    {
        var wrong = from row in EffectRows.Modules
                    where row.Key.Length > 0
                    from function in row.Value.Listed
                    let slash = function.LastIndexOf('/')
                    where slash > 0 && KnownFunctions.Find(row.Key, function[..slash], function[slash + 1] - '0') is null
                    select $"{row.Key}.{function}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Functions_that_are_listed_twice_contradict_each_other() =>
        Assert.Throws<ArgumentException>(() => new ModuleEffects(None, None).With(RunCode, "load").Also(WriteFiles, "load/1"));

    [Theory]
    [InlineData("File", "write", 2, WriteFiles)]
    [InlineData("File", "open", 1, Unknown | WriteFiles)]
    [InlineData("File", "cwd!", 0, None)]
    [InlineData(":file", "delete", 1, Unknown | WriteFiles)]
    [InlineData(":file", "script", 1, RunCode)]
    [InlineData("System", "cmd", 2, RunPrograms)]
    [InlineData("System", "at_exit", 1, Unknown)]
    [InlineData("System", "put_env", 2, SetVariables)]
    [InlineData("Application", "put_env", 3, None)]
    [InlineData("Mix", "env", 0, None)]
    [InlineData("Mix", "env", 1, SetMix)]
    [InlineData("Mix.Tasks.Run", "run", 1, RunCode)]
    [InlineData("Code", "ensure_loaded?", 1, None)]
    [InlineData("Code", "eval_string", 1, RunCode | RunPrograms | SetVariables)]
    [InlineData("Enum", "map", 2, Enumerate | RunFunctions)]
    [InlineData("Enum", "count", 1, Enumerate)]
    [InlineData("Enum", "product_by", 2, Unknown)]
    [InlineData("Jason", "decode!", 1, None)]
    [InlineData("Task.Supervisor", "start_child", 2, Unknown)]
    [InlineData(":my_app", "setup", 0, Unknown)]
    [InlineData("MyApp", "setup", 0, Unknown | SetVariablesAsStatement | ConfigureAsStatement)]
    [InlineData("Dotenvy.Source", "load", 0, Unknown | SetVariablesAsStatement)]
    [InlineData(null, "config", 3, Configure)]
    [InlineData(null, "rm_rf!", 1, Unknown | WriteFiles)]
    [InlineData(null, "write", 2, Unknown)]
    internal void A_call_may_do_what_the_table_says(string? module, string name, int arity, CallEffects effects) =>
        Assert.Equal(effects, EffectTable.Of(module, name, arity));

    [Theory]
    [InlineData("Elixir.File", WriteFiles | SetVariables)]
    [InlineData("os", WriteFiles | SetVariables)]
    [InlineData("Elixir.Mix", SetMix)]
    [InlineData("Elixir.Config", Configure)]
    [InlineData("elixir_eval", Configure)]
    [InlineData("Elixir.Kernel", None)]
    internal void A_module_that_is_given_allows_what_the_table_says(string atom, CallEffects effects) =>
        Assert.Equal(effects, EffectTable.OfGiven(atom));
}
