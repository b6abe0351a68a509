using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Modules of Elixir and Erlang, and of two libraries that read JSON, whose functions are not folded but run no code of the configuration that
/// they were not given: what they cannot reach, they cannot configure.
/// </summary>
internal static class HarmlessModules
{
    private static readonly ImmutableHashSet<string> Names =
    [
        "IO", "Logger", "String", "Integer", "Float", "Atom", "Tuple", "Base", "URI", "Path", "Version", "Date", "Time", "DateTime", "NaiveDateTime", "Calendar",
        "Duration", "Range", "Regex", "Bitwise", "System", "Application", "Mix", "Mix.Project", "Jason", "JSON",
        ":crypto", ":os", ":inet", ":json", ":public_key", ":io", ":io_lib", ":rand", ":math", ":unicode", ":uri_string", ":string", ":binary", ":base64", ":timer",
        ":calendar", ":zlib", ":re", ":ssl", ":application", ":logger",
    ];

    /// <summary>Functions of theirs that run, or load, other code.</summary>
    private static readonly ImmutableHashSet<string> Exceptions = ["at_exit", "install", "apply_after", "apply_interval", "send_after", "ensure_all_started", "start", "tc"];

    /// <summary>What <c>Code</c> has that runs no code of the configuration.</summary>
    private static readonly ImmutableHashSet<string> OfCode =
    [
        "ensure_loaded?", "ensure_loaded", "ensure_loaded!", "ensure_compiled", "ensure_compiled!", "loaded?", "can_await_module_compilation?", "compiler_options",
        "put_compiler_option", "get_compiler_option", "prepend_path", "append_path", "delete_path", "required_files", "string_to_quoted", "string_to_quoted!", "format_string!",
    ];

    /// <summary>What <c>:code</c> has that only asks, or says where code is looked for.</summary>
    private static readonly ImmutableHashSet<string> OfErlangCode =
    [
        "priv_dir", "lib_dir", "root_dir", "compiler_dir", "which", "where_is_file", "get_path", "is_loaded", "all_loaded", "all_available", "ensure_loaded", "get_mode",
        "get_object_code", "is_sticky", "module_md5", "objfile_extension", "add_path", "add_patha", "add_pathz", "add_paths", "add_pathsa", "add_pathsz", "del_path", "set_path",
    ];

    /// <summary>Whether a function runs nothing but what it is given.</summary>
    /// <param name="module">The module as <see cref="FunctionReference"/> calls it.</param>
    /// <param name="function">The function's name.</param>
    public static bool Has(string? module, string function) =>
        module == "Code" ? OfCode.Contains(function)
            : module == ":code" ? OfErlangCode.Contains(function)
            : module is not null && Names.Contains(module) && !Exceptions.Contains(function);
}
