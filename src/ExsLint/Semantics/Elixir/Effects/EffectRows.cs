using System.Collections.Immutable;
using static ExsLint.Semantics.Elixir.Effects.CallEffects;

namespace ExsLint.Semantics.Elixir.Effects;

/// <summary>The rows of <see cref="EffectTable"/>.</summary>
internal static class EffectRows
{
    private const string CodeRunners =
        """
        eval_string eval_file eval_quoted eval_quoted_with_env compile_string compile_file compile_quoted require_file load_file
        eval_forms __eval__!
        """;

    /// <summary>What no module but a few have: names that tell what a function does.</summary>
    private const string Writers =
        """
        write! open! rm rm! rm_rf rm_rf! rmdir rmdir! mkdir mkdir! mkdir_p mkdir_p! cp cp! cp_r cp_r! copy! rename! touch! ln
        ln! ln_s ln_s! cd! write_file del_dir del_dir_r make_dir make_link make_symlink ensure_dir set_cwd
        """;

    /// <summary>Names of functions that write, which many other modules have too.</summary>
    private const string CommonWriters = "write open copy rename cd touch";

    /// <summary>Functions of harmless modules that run, or load, other code.</summary>
    private const string Starters = "at_exit install apply_after apply_interval send_after ensure_all_started start tc";

    /// <summary>
    /// Modules of Elixir and Erlang, and of libraries that only read, that run no code of the configuration which they were
    /// not given: what they cannot reach, they cannot configure.
    /// </summary>
    private const string Harmless =
        """
        IO Logger Integer Float Atom Tuple Base URI Path Version Date Time DateTime NaiveDateTime Calendar Duration Range
        Bitwise System Mix.Project Jason JSON :crypto :os :inet :json :public_key :io :io_lib :rand :math :unicode :uri_string
        :string :binary :base64 :timer :calendar :zlib :re :ssl :application :logger CAStore :certifi Confex Confex.Resolver
        """;

    /// <summary>Functions that do the same in whatever module they are.</summary>
    public static ModuleEffects AnyModule { get; } = new ModuleEffects(None, None)
        .With(SetVariables | RunPrograms, "eval_string eval_quoted")
        .With(SetVariables, "put_env delete_env putenv unsetenv set_env_var unset_env_var eval_file")
        .With(RunPrograms, "cmd shell open_port stream! unzip extract");

    /// <summary>A task of Mix.</summary>
    public static ModuleEffects MixTask { get; } = new ModuleEffects(Unknown, Unknown).With(RunCode, "run");

    /// <summary>Functions that modules have whose last name is Task.</summary>
    public static ModuleEffects AnyTask { get; } = new ModuleEffects(None, None).With(RunPrograms, "run rerun");

    /// <summary>Modules by which whoever is given them may do something.</summary>
    public static ImmutableDictionary<string, CallEffects> Given { get; } = new (CallEffects Effects, string Atoms)[]
    {
        (WriteFiles | SetVariables, "Elixir.File Elixir.System Elixir.Port file os"),
        (SetMix, "Elixir.Mix Elixir.Mix.State"),
        (Configure,
            "Elixir.Config Elixir.Mix.Config Elixir.Code Elixir.EEx Elixir.EEx.SmartEngine Elixir.Kernel.ParallelCompiler"),
        (Configure, "erl_eval elixir elixir_compiler elixir_eval"),
    }
        .SelectMany(row => Words(row.Atoms).Select(atom => KeyValuePair.Create(atom, row.Effects)))
        .ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The modules of Elixir, with all below them: they configure nothing by themselves.</summary>
    public static ImmutableHashSet<string> OfElixir { get; } =
    [
        .. Words(
            """
            Access Agent Application Atom Base Behaviour Bitwise Calendar Code Collectable Config Date DateTime Dict Duration
            DynamicSupervisor EEx Enum Enumerable ExUnit Exception File Float Function GenEvent GenServer HashDict HashSet IEx
            IO Inspect Integer JSON Kernel Keyword List Logger Macro Map MapSet Mix Module NaiveDateTime Node OptionParser
            PartitionSupervisor Path Port Process Protocol Range Record Regex Registry Set Stream String StringIO Supervisor
            System Task Time Tuple URI Version
            """),
    ];

    /// <summary>Libraries that load environment variables from files, and do nothing else.</summary>
    public static ImmutableHashSet<string> Loaders { get; } = [.. Words(
        "DotEnvy Dotenv DotenvParser Dotenvy Env Envy ExDotenv LoadEnv Nvir")];

    /// <summary>The modules.</summary>
    public static IReadOnlyDictionary<string, ModuleEffects> Modules { get; } = CreateRows();

    private static Dictionary<string, ModuleEffects> CreateRows()
    {
        var rows = new Dictionary<string, ModuleEffects>(StringComparer.Ordinal);
        foreach (var module in Words(Harmless))
        {
            rows.Add(module, HarmlessRow());
        }

        AddCollections(rows);
        AddTexts(rows);
        AddMachine(rows);
        AddCode(rows);
        return rows;
    }

    private static void AddCollections(Dictionary<string, ModuleEffects> rows)
    {
        rows.Add("Access", new ModuleEffects(Enumerate, Unknown).Also(RunFunctions, "filter/1"));
        rows.Add("Exception", new(Enumerate, Unknown));
        rows.Add("Enum", new ModuleEffects(Enumerate, Unknown).Also(
            RunFunctions,
            """
            map/2 each/2 into/3 flat_map/2 filter/2 reject/2 split_with/2 reduce/2 reduce/3 any?/2 all?/2 find/2 find/3
            find_index/2 take_while/2 drop_while/2 split_while/2 find_value/2 find_value/3 count/2 group_by/2 group_by/3
            map_join/2 map_join/3 map_reduce/3 reduce_while/3 uniq_by/2 frequencies_by/2 dedup_by/2 scan/2 scan/3 zip_with/3
            sort_by/2 sort_by/3 max_by/2 min_by/2
            """));
        rows.Add("Keyword", new ModuleEffects(Enumerate, Unknown).Also(
            RunFunctions,
            """
            new/2 merge/3 filter/2 reject/2 get/2 get/3 get_lazy/3 fetch/2 fetch!/2 has_key?/2 get_values/2 put/3 put_new/3
            put_new_lazy/3 delete/2 delete_first/2 pop/2 pop/3 pop!/2 pop_lazy/3 pop_first/2 pop_first/3 pop_values/2
            replace_lazy/3 split_with/2 replace/3 replace!/3 update!/3 update/4
            """));
        rows.Add("List", new ModuleEffects(Enumerate, Unknown).Also(
            RunFunctions,
            """
            first/1 first/2 last/1 last/2 flatten/1 flatten/2 foldl/3 foldr/3 to_tuple/1 delete/2 delete_at/2 replace_at/3
            update_at/3 insert_at/3 pop_at/2 pop_at/3 starts_with?/2 zip/1 keyfind/3 keyfind/4 keymember?/3 keydelete/3
            keyreplace/4 keystore/4 keytake/3
            """));
        rows.Add("Map", new ModuleEffects(Enumerate, Unknown).Also(
            RunFunctions,
            """
            new/2 merge/3 filter/2 reject/2 get/2 get/3 get_lazy/3 fetch/2 fetch!/2 has_key?/2 put/3 put_new/3 put_new_lazy/3
            replace/3 replace!/3 delete/2 pop/2 pop/3 pop!/2 pop_lazy/3 replace_lazy/3 split_with/2 update!/3 update/4
            """));
        rows.Add("MapSet", new ModuleEffects(Enumerate, Unknown).Also(RunFunctions, "new/2 filter/2 reject/2"));
    }

    private static void AddTexts(Dictionary<string, ModuleEffects> rows)
    {
        rows.Add("String", HarmlessRow().Also(RunFunctions, "to_existing_atom/1 replace/3 replace/4 split/2 split/3 match?/2"));
        rows.Add("String.Chars", new(None, Unknown));
        rows.Add("Regex", HarmlessRow().Also(
            RunFunctions, "match?/2 run/2 run/3 scan/2 scan/3 named_captures/2 split/2 split/3 replace/3 replace/4"));
    }

    private static void AddMachine(Dictionary<string, ModuleEffects> rows)
    {
        rows.Add("File", new ModuleEffects(None, Unknown).Also(WriteFiles, Writers + " " + CommonWriters));
        foreach (var module in Words(":file :filelib :prim_file"))
        {
            rows.Add(module, new ModuleEffects(None, Unknown).Also(WriteFiles, Writers + " " + CommonWriters + " delete"));
        }

        rows[":file"].With(RunCode, "script path_script eval path_eval");
        rows.Add("Port", new ModuleEffects(None, Unknown).Also(RunPrograms, "open"));
        rows.Add("Application", HarmlessRow() with { IsClosed = true });
        rows.Add("Mix", HarmlessRow().With(SetMix, "env/1 target/1"));
        rows.Add("Mix.State", new(None, Unknown | SetMix));
        rows.Add("Node", new(None, Unknown));
        rows.Add(":erlang", new(None, Unknown));
        rows.Add("Dotenvy", new ModuleEffects(RunFunctions, Unknown | SetVariablesAsStatement)
            .With(SetVariablesAsStatement | RunFunctions, "source source!"));
        rows.Add("Vapor", new(SetVariablesAsStatement, Unknown | SetVariablesAsStatement));
    }

    private static void AddCode(Dictionary<string, ModuleEffects> rows)
    {
        // Kernel and Config are one module here.
        rows.Add("Kernel", new ModuleEffects(Enumerate, Unknown)
            .With(RunCode, CodeRunners)
            .Also(
                RunFunctions,
                """
                then/2 tap/2 apply/2 apply/3 get_in/2 put_in/3 update_in/3 pop_in/2 struct/1 struct/2 struct!/1 struct!/2 =~/2
                """));
        rows.Add("Function", new(None, Unknown));
        rows.Add("Module", new ModuleEffects(None, Unknown).With(RunCode, "create eval_quoted"));
        rows.Add("Code", new ModuleEffects(None, RunCode).With(
            None,
            """
            ensure_loaded? ensure_loaded ensure_loaded! ensure_compiled ensure_compiled! loaded? can_await_module_compilation?
            compiler_options put_compiler_option get_compiler_option prepend_path append_path delete_path required_files
            string_to_quoted string_to_quoted! format_string!
            """));
        foreach (var module in Words(
            "EEx EEx.SmartEngine Kernel.ParallelCompiler :erl_eval :elixir :elixir_compiler :elixir_eval"))
        {
            rows.Add(module, new(RunCode, RunCode));
        }

        rows.Add(":code", new ModuleEffects(None, Unknown)
            .With(RunCode, "load_binary load_file load_abs atomic_load finish_loading")
            .With(
                None,
                """
                priv_dir lib_dir root_dir compiler_dir which where_is_file get_path is_loaded all_loaded all_available
                ensure_loaded get_mode get_object_code is_sticky module_md5 objfile_extension add_path add_patha add_pathz
                add_paths add_pathsa add_pathsz del_path set_path
                """));
        rows.Add("Mix.Task", new ModuleEffects(None, Unknown).With(RunCode, "run rerun run_in_apps"));
        rows.Add(EffectTable.UnknownModule, new ModuleEffects(Unknown, Unknown)
            .With(Configure, "config " + EffectTable.ImportConfig)
            .With(RunCode, CodeRunners)
            .Also(WriteFiles, Writers)
            .With(SetMix, "env/1 target/1"));
    }

    private static ModuleEffects HarmlessRow() => new ModuleEffects(None, None).With(Unknown, Starters);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
