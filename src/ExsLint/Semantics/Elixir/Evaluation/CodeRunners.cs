using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Functions of Elixir and Erlang that run code which they are given as a text, a file, or in the compiler's form. That code is not followed:
/// it may configure anything, write files and set variables.
/// </summary>
internal static class CodeRunners
{
    /// <summary>Modules of which nearly every function does.</summary>
    private static readonly ImmutableHashSet<string> Modules =
        ["Code", "EEx", "EEx.SmartEngine", "Kernel.ParallelCompiler", ":erl_eval", ":elixir", ":elixir_compiler", ":elixir_eval"];

    /// <summary>Names that tell what a function does, whatever its module.</summary>
    private static readonly ImmutableHashSet<string> Names =
    [
        "eval_string", "eval_file", "eval_quoted", "eval_quoted_with_env", "compile_string", "compile_file", "compile_quoted", "require_file", "load_file",
        "eval_forms", "__eval__!",
    ];

    private static readonly ImmutableHashSet<string> OfErlangFiles = ["script", "path_script", "eval", "path_eval"];

    private static readonly ImmutableHashSet<string> OfErlangCode = ["load_binary", "load_file", "load_abs", "atomic_load", "finish_loading"];

    private static readonly ImmutableHashSet<string> OfTasks = ["run", "rerun", "run_in_apps"];

    /// <summary>Whether a function runs code that is not seen.</summary>
    /// <param name="module">The module as <see cref="FunctionReference"/> calls it; null or empty where it is not known.</param>
    /// <param name="function">The function's name.</param>
    public static bool Has(string? module, string function) => module switch
    {
        ":file" => OfErlangFiles.Contains(function),
        ":code" => OfErlangCode.Contains(function),
        "Module" => function is "create" or "eval_quoted",
        "Mix.Task" => OfTasks.Contains(function),
        { Length: > 0 } when Modules.Contains(module) => !HarmlessModules.Has(module, function),
        { Length: > 0 } when module.StartsWith("Mix.Tasks.", StringComparison.Ordinal) => function == "run",
        null or "" or FunctionReference.Kernel => Names.Contains(function),
        _ => false,
    };

    /// <summary>Whether a function's name alone says so: <c>m.eval_string(text)</c>.</summary>
    public static bool HasName(string function) => Names.Contains(function);

    /// <summary>Whether whoever is given a module may run code with it.</summary>
    /// <param name="atom">The module, an atom.</param>
    public static bool IsRunner(string atom) => Modules.Contains(FunctionReference.ModuleName(atom));
}
