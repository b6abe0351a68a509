using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Calls of modules that are not seen, made for what they do: <c>MyApp.configure_runtime()</c>. A call whose value is used is trusted to give nothing but
/// that value; one whose value nobody takes has another purpose, and in a configuration that may be to configure.
/// </summary>
internal static class ForeignCalls
{
    /// <summary>The modules of Elixir, which configure nothing by themselves.</summary>
    private static readonly ImmutableHashSet<string> OfElixir =
    [
        "Access", "Agent", "Application", "Atom", "Base", "Behaviour", "Bitwise", "Calendar", "Code", "Collectable", "Config", "Date", "DateTime", "Dict", "Duration", "DynamicSupervisor",
        "EEx", "Enum", "Enumerable", "ExUnit", "Exception", "File", "Float", "Function", "GenEvent", "GenServer", "HashDict", "HashSet", "IEx", "IO", "Inspect", "Integer", "JSON", "Kernel",
        "Keyword", "List", "Logger", "Macro", "Map", "MapSet", "Mix", "Module", "NaiveDateTime", "Node", "OptionParser", "PartitionSupervisor", "Path", "Port", "Process", "Protocol", "Range",
        "Record", "Regex", "Registry", "Set", "Stream", "String", "StringIO", "Supervisor", "System", "Task", "Time", "Tuple", "URI", "Version",
    ];

    /// <summary>Libraries that load environment variables from files, and do nothing else.</summary>
    private static readonly ImmutableHashSet<string> Loaders = ["DotEnvy", "Dotenv", "DotenvParser", "Dotenvy", "Env", "Envy", "ExDotenv", "LoadEnv", "Nvir"];

    /// <summary>Whether a call is made for what it does, and may set variables.</summary>
    /// <param name="module">The module as <see cref="FunctionReference"/> calls it; null where it is not known.</param>
    /// <param name="call">The call.</param>
    public static bool Acts(string? module, SyntaxNode call) =>
        module is { Length: > 0 } && module[0] != ':' && !OfElixir.Contains(FirstPart(module)) && IsStatement(call);

    /// <summary>Whether a call that <see cref="Acts"/> may configure something as well.</summary>
    /// <param name="module">The module as <see cref="FunctionReference"/> calls it.</param>
    public static bool MayConfigure(string module) => !Loaders.Contains(FirstPart(module));

    private static string FirstPart(string module) => module.Split('.')[0];

    /// <summary>Whether nobody takes the value of an expression.</summary>
    private static bool IsStatement(SyntaxNode node)
    {
        for (; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case BodySyntax { Parent: CompilationUnitSyntax }:
                    return true;
                case BodySyntax body when body.Expressions[^1] != node:
                    return true;
                case BodySyntax or DoSectionSyntax or DoBlockSyntax or ParenthesizedSyntax:
                case StabClauseSyntax clause when clause.Body == node:
                case BinaryOperatorSyntax pipe when pipe.Right == node && pipe.OperatorToken.TextSpanOf is "|>":
                case CallSyntax { LocalName: "if" or "unless" or "case" or "cond" or "with" or "try" } block when block.DoBlock == node:
                case KeywordPairSyntax { KeyName: "do" or "else" } or KeywordListSyntax { Parent: CallSyntax { LocalName: "if" or "unless" } }:
                    break;
                case CallSyntax { LocalName: "if" or "unless" } conditional when node is KeywordListSyntax && conditional.Arguments[^1] == node:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
