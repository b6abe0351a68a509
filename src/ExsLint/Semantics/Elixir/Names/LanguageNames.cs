using System.Collections.Frozen;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>
/// What can be called in any file without an import: the functions and macros of <c>Kernel</c> and the special forms, of Elixir
/// 1.14 and of what later versions add (their documentation; <c>Kernel.__info__/1</c>).
/// </summary>
internal static class LanguageNames
{
    private const int Any = -1;

    private const string Table = """
        !/1 !=/2 !==/2 &&/2 */2 **/2 +/1,2 ++/2 -/1,2 --/2 ../0,2 ..///3 //2 </2 <=/2 <>/2 =/2 ==/2 ===/2 =~/2 >/2 >=/2 @/1 |>/2 ||/2
        __CALLER__/0 __DIR__/0 __ENV__/0 __MODULE__/0 __STACKTRACE__/0 __aliases__ __block__ abs/1 alias/1,2 alias!/1 and/2 apply/2,3
        binary_part/3 binary_slice/2,3 binding/0,1 bit_size/1 byte_size/1 case/2 ceil/1 cond/1 dbg/0,1,2 def/1,2 defdelegate/2
        defexception/1 defguard/1 defguardp/1 defimpl/2,3 defmacro/1,2 defmacrop/1,2 defmodule/2 defoverridable/1 defp/1,2
        defprotocol/2 defstruct/1 destructure/2 div/2 elem/2 exit/1 floor/1 for function_exported?/3 get_and_update_in/2,3 get_in/1,2 hd/1
        if/2 import/1,2 in/2 inspect/1,2 is_atom/1 is_binary/1 is_bitstring/1 is_boolean/1 is_exception/1,2 is_float/1 is_function/1,2
        is_integer/1 is_list/1 is_map/1 is_map_key/2 is_nil/1 is_non_struct_map/1 is_number/1 is_pid/1 is_port/1 is_reference/1
        is_struct/1,2 is_tuple/1 length/1 macro_exported?/3 make_ref/0 map_size/1 match?/2 max/2 min/2 node/0,1 not/1 or/2 pop_in/1,2
        put_elem/3 put_in/2,3 quote/1,2 raise/1,2 receive/1 rem/2 require/1,2 reraise/2,3 round/1 self/0 send/2 spawn/1,3 spawn_link/1,3
        spawn_monitor/1,3 struct/1,2 struct!/1,2 super tap/2 then/2 throw/1 tl/1 to_char_list/1 to_charlist/1 to_string/1 to_timeout/1
        trunc/1 try/1 tuple_size/1 unless/2 unquote/1 unquote_splicing/1 update_in/2,3 use/1,2 var!/1,2 with
        """;

    private static readonly FrozenDictionary<string, int> Arities = Table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => (Entry: entry, Slash: entry.LastIndexOf('/')))
        .ToFrozenDictionary(
            entry => entry.Slash < 0 ? entry.Entry : entry.Entry[..entry.Slash],
            entry => entry.Slash < 0 ? Any : entry.Entry[(entry.Slash + 1)..].Split(',').Sum(arity => 1 << (arity[0] - '0')),
            StringComparer.Ordinal);

    /// <summary>What no import of <c>Kernel</c> takes away (<c>Kernel.SpecialForms</c>).</summary>
    private static readonly FrozenSet<string> SpecialForms = new[]
    {
        "=", "__CALLER__", "__DIR__", "__ENV__", "__MODULE__", "__STACKTRACE__", "__aliases__", "__block__", "alias", "case",
        "cond", "for", "import", "quote", "receive", "require", "super", "try", "unquote", "unquote_splicing", "with",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What versions after 1.9 brought, and what the newest lack.</summary>
    private static readonly FrozenSet<string> Newer = new[]
    {
        "**", "..//", "binary_slice", "dbg", "is_exception", "is_map_key", "is_non_struct_map", "is_struct", "tap", "then",
        "to_char_list", "to_timeout",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The sigils of all versions (<c>Kernel.sigil_s/2</c> and its kin).</summary>
    private const string Sigils = "CDNRSTUWcrsw";

    /// <summary>Whether a call with so many arguments, a do-block counted as one, may be of the language's own.</summary>
    /// <param name="name">The name that is called.</param>
    /// <param name="arity">How many arguments it is given.</param>
    public static bool Has(string name, int arity) =>
        (Arities.TryGetValue(name, out var arities) && (arities == Any || (arity < 31 && (arities & (1 << arity)) != 0)))
        || (arity == 2
            && name is ['s', 'i', 'g', 'i', 'l', '_', var letter]
            && Sigils.Contains(letter, StringComparison.Ordinal));

    /// <summary>
    /// Whether every version since 1.9 has a name of <c>Kernel</c>, so that an import of another one certainly meets it.
    /// </summary>
    /// <param name="name">The name that is called.</param>
    public static bool IsOfAllVersions(string name) => !Newer.Contains(name);

    /// <summary>Whether a name of the language's own is there whatever is imported.</summary>
    /// <param name="name">The name that is called.</param>
    public static bool IsSpecialForm(string name) => SpecialForms.Contains(name);
}
