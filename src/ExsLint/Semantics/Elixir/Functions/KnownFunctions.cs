namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// The functions of Elixir that are folded. All are pure; those of the environment give unknowns with a reason.
/// </summary>
internal static class KnownFunctions
{
    private static readonly FunctionTable Table = CreateTable();

    /// <summary>Every function that is folded.</summary>
    public static IEnumerable<(string Module, string Name, int Arity)> Names => Table.Names;

    /// <summary>The function, or null if it is not folded.</summary>
    public static KnownFunction? Find(string module, string name, int arity) => Table.Find(module, name, arity);

    private static FunctionTable CreateTable()
    {
        var table = new FunctionTable();
        KernelFunctions.AddTo(table);
        KernelTypeFunctions.AddTo(table);
        AccessFunctions.AddTo(table);
        StructFunctions.AddTo(table);
        EnumFunctions.AddTo(table);
        EnumSearchFunctions.AddTo(table);
        EnumFoldFunctions.AddTo(table);
        EnumGroupFunctions.AddTo(table);
        EnumPartFunctions.AddTo(table);
        EnumOrderFunctions.AddTo(table);
        KeywordFunctions.AddTo(table);
        KeywordOptions.AddTo(table);
        MapFunctions.AddTo(table);
        MapSetFunctions.AddTo(table);
        ListFunctions.AddTo(table);
        TupleFunctions.AddTo(table);
        StringFunctions.AddTo(table);
        StringPartFunctions.AddTo(table);
        RegexFunctions.AddTo(table);
        IntegerFunctions.AddTo(table);
        FloatFunctions.AddTo(table);
        AtomFunctions.AddTo(table);
        BaseFunctions.AddTo(table);
        UriFunctions.AddTo(table);
        DateFunctions.AddTo(table);
        TimeFunctions.AddTo(table);
        NaiveDateTimeFunctions.AddTo(table);
        DateTimeFunctions.AddTo(table);
        InetFunctions.AddTo(table);
        PathFunctions.AddTo(table);
        FileFunctions.AddTo(table);
        SystemFunctions.AddTo(table);
        MachineFunctions.AddTo(table);
        DotenvyFunctions.AddTo(table);
        FunctionParameters.AddTo(table);
        return table;
    }
}
