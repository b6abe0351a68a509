using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// What only the machine tells: certificates, folders of applications, processors, chance. The functions read, and change
/// nothing.
/// </summary>
internal static class MachineFunctions
{
    /// <summary>What <c>self()</c> gives, for people.</summary>
    public const string Process = "a process";

    /// <summary>What <c>make_ref()</c> gives, for people.</summary>
    public const string Reference = "a reference";

    private static readonly (string Module, ValueShape Shape, string Functions)[] Rows =
    [
        ("Kernel", ValueShape.Atom, "node/0 node/1"),
        ("Node", ValueShape.Atom, "self/0 get_cookie/0"),
        ("Node", ValueShape.List, "list/0 list/1"),
        ("Node", ValueShape.Boolean, "alive?/0"),
        ("System", ValueShape.Integer,
            "schedulers/0 schedulers_online/0 unique_integer/0 unique_integer/1 time_offset/0 time_offset/1"),
        ("System", ValueShape.Binary, "pid/0 version/0 otp_release/0 tmp_dir!/0 user_home!/0"),
        ("System", ValueShape.BinaryOrNil, "tmp_dir/0 user_home/0 find_executable/1"),
        ("System", ValueShape.List, "argv/0"),
        ("System", ValueShape.Any, "build_info/0"),
        ("Application", ValueShape.Binary, "app_dir/1 app_dir/2"),
        (":code", ValueShape.Any, "priv_dir/1 lib_dir/1 lib_dir/2"),
        (":code", ValueShape.List, "root_dir/0 lib_dir/0"),
        (":public_key", ValueShape.List, "cacerts_get/0"),
        (":certifi", ValueShape.List, "cacerts/0"),
        (":certifi", ValueShape.Any, "cacertfile/0"),
        ("CAStore", ValueShape.Binary, "file_path/0"),
        (":crypto", ValueShape.Binary, "strong_rand_bytes/1 hash/2 mac/4"),
        (":rand", ValueShape.Integer, "uniform/1"),
        (":rand", ValueShape.Float, "uniform/0"),
        (":erlang", ValueShape.Any, "system_info/1"),
        (":erlang", ValueShape.Atom, "node/0 get_cookie/0"),
        (":erlang", ValueShape.Integer,
            "system_time/0 system_time/1 monotonic_time/0 monotonic_time/1 unique_integer/0 unique_integer/1"),
        (":os", ValueShape.Any, "type/0 version/0"),
        (":os", ValueShape.Integer, "system_time/0 system_time/1"),
        ("Confex", ValueShape.Any, "get_env/2 get_env/3 fetch_env/2 fetch_env!/2"),
        ("Confex.Resolver", ValueShape.Any, "resolve/1 resolve!/1"),
    ];

    public static void AddTo(FunctionTable table)
    {
        foreach (var (module, shape, functions) in Rows)
        {
            table.In(module);
            var of = module == FunctionReference.Kernel ? "" : module + ".";
            foreach (var function in functions.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var slash = function.LastIndexOf('/');
                var unknown = new UnknownValue($"result of {of}{function}", shape);
                table.Any(function[..slash], function[slash + 1] - '0', (_, _) => unknown);
            }
        }

        table.In(":public_key")
            .Any("pkix_verify_hostname_match_fun", 1, (_, _) => new OpaqueValue("a function"));
        table.In(":inet")
            .Any("gethostname", 0, (_, _) => Terms.Ok(new UnknownValue("result of :inet.gethostname/0", ValueShape.List)));
        foreach (var module in new[] { FunctionReference.Kernel, ":erlang" })
        {
            table.In(module)
                .Any("self", 0, (_, _) => new OpaqueValue(Process))
                .Any("make_ref", 0, (_, _) => new OpaqueValue(Reference));
        }

        // The file of a Vapor provider may set variables.
        table.In("Vapor").Any("load", 1, (site, _) => Load(site)).Any("load!", 1, (site, _) => Load(site));
    }

    private static AbstractValue? Load(CallSite site)
    {
        site.Caller.Environment.ForgetSetVariables();
        return null;
    }
}
