namespace ExsLint.Syntax.Elixir;
/// <summary>x</summary>
public static class QuotedForm { /// <summary>x</summary>
public static void WriteLine(TextWriter output, string path, ElixirSyntaxTree tree, ElixirDialect dialect) => output.Write($"{path} {dialect} {tree.TokenCount}\n"); }
