using ExsLint.Syntax.Elixir;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.Defaults;

/// <summary>The defaults that a framework's release has built in, as small config files of ours that name the version they stand for.</summary>
public static class FrameworkDefaults
{
    /// <summary>Akkoma's.</summary>
    public const string Akkoma = "akkoma";

    /// <summary>Pleroma's.</summary>
    public const string Pleroma = "pleroma";

    /// <summary>The defaults of a framework.</summary>
    /// <param name="framework"><see cref="Akkoma"/> or <see cref="Pleroma"/>.</param>
    /// <exception cref="ArgumentException">There is no such framework.</exception>
    public static ElixirSyntaxTree Load(string framework)
    {
        using var stream = typeof(FrameworkDefaults).Assembly.GetManifestResourceStream($"defaults/{framework}.exs")
            ?? throw new ArgumentException($"no defaults of '{framework}'", nameof(framework));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ElixirParser.Parse(SourceFile.FromBytes($"({framework} defaults)", bytes));
    }
}
