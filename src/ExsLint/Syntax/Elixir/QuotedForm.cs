namespace ExsLint.Syntax.Elixir;

/// <summary>Placeholder for Elixir's quoted form.</summary>
public static class QuotedForm
{
    /// <summary>Writes one line.</summary>
    public static void WriteLine(TextWriter output, string path, ElixirSyntaxTree tree, ElixirDialect dialect) =>
        output.Write($"{path} {dialect} {tree.TokenCount}\n");
}
