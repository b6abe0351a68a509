namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Which function a call names.</summary>
/// <param name="Module">
/// The module: <c>Enum</c>, <c>:timer</c>; null for a call without a module. Kernel and Config are one module here: Kernel.
/// </param>
/// <param name="Name">The function's name; null where it is not known.</param>
internal readonly record struct FunctionReference(string? Module, string? Name)
{
    /// <summary>The module of functions that need no module's name.</summary>
    public const string Kernel = "Kernel";

    /// <summary>The function that configures.</summary>
    public const string Config = "config";

    /// <summary>A module that is an atom, as it is called here.</summary>
    public static string ModuleName(string atom) => atom switch
    {
        "Elixir.Kernel" or "Elixir.Config" => Kernel,
        ['E', 'l', 'i', 'x', 'i', 'r', '.', .. var name] => name,
        _ => ":" + atom,
    };
}
