using System.Collections.Frozen;
using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>What <c>import</c> and <c>use</c> bring into a file.</summary>
internal static class ConfigImports
{
    public const string Config = "Config";
    public const string MixConfig = "Mix.Config";

    /// <summary>The functions and macros of <c>Config</c>, those of later versions included.</summary>
    private static readonly ImmutableHashSet<(string, int)> OfConfig =
        [("config", 2), ("config", 3), ("import_config", 1), ("config_env", 0), ("config_target", 0), ("read_config", 1)];

    /// <summary>
    /// Functions of Elixir's modules whose names are Kernel's too, in all versions: an import of the whole module makes them
    /// ambiguous.
    /// </summary>
    private static readonly FrozenDictionary<string, ImmutableHashSet<(string, int)>> LikeKernel =
        new Dictionary<string, ImmutableHashSet<(string, int)>>
        {
            ["Atom"] = [("to_charlist", 1), ("to_string", 1)],
            ["Date"] = [("to_string", 1)],
            ["DateTime"] = [("to_string", 1)],
            ["Enum"] = [("max", 2), ("min", 2)],
            ["Float"] = [("ceil", 1), ("floor", 1), ("round", 1), ("to_charlist", 1), ("to_string", 1)],
            ["IO"] = [("inspect", 1), ("inspect", 2)],
            ["Integer"] = [("to_charlist", 1), ("to_string", 1)],
            ["List"] = [("to_charlist", 1), ("to_string", 1)],
            ["Macro"] = [("to_string", 1)],
            ["NaiveDateTime"] = [("to_string", 1)],
            ["Regex"] = [("match?", 2)],
            ["String"] = [("length", 1), ("match?", 2), ("to_charlist", 1)],
            ["Time"] = [("to_string", 1)],
            ["URI"] = [("to_string", 1)],
            ["Version"] = [("match?", 2)],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What <c>use Mix.Config</c> imports.</summary>
    private static readonly ImmutableHashSet<(string, int)> OfMixConfig = [("config", 2), ("config", 3), ("import_config", 1)];

    /// <summary>Whether a function is one that files get from <c>Config</c>.</summary>
    public static bool IsConfig(string name, int arity) => OfConfig.Contains((name, arity));

    /// <summary>Adds to a scope what a directive brings; where that is not followed, the scope is open from there on.</summary>
    public static void Add(CallSyntax directive, NameScope scope)
    {
        var module = directive.Arguments.IsEmpty ? null : directive.Arguments[0] switch
        {
            AliasSyntax { Name: Config } => Config,
            QualifiedAliasSyntax { Name.Text: Config, Left: AliasSyntax { Name: "Mix" } } => MixConfig,
            _ => null,
        };
        if (directive.LocalName == "use")
        {
            scope.IsOpen |= module != MixConfig;
            scope.MayHideKernel |= module != MixConfig;
            Bring(scope, module ?? "", module == MixConfig ? OfMixConfig : []);
            return;
        }

        var options = directive.Arguments.Length > 1 ? directive.Arguments[1] : null;
        var listed = options is null ? null : Listed(options);
        if (directive.Arguments is [AliasSyntax { Name: FunctionReference.Kernel }, ..])
        {
            AddKernel(directive, listed, scope);
            return;
        }

        var name = module ?? (directive.Arguments.IsEmpty ? "" : directive.Arguments[0].ToString());
        var known = KnownNames(name);
        var names = listed switch
        {
            { IsOnly: true } only => only.Names,
            { } except => (scope.NamesOf(name) ?? known).Except(except.Names),
            null => BringsAll(options, module) ? known : [],
        };
        scope.IsOpen |= listed is null ? module is null || options is not null : !listed.Value.IsOnly && module is null;
        Bring(scope, name, names);
    }

    /// <summary>
    /// What is known of a module's functions: all of those of <c>Config</c>, of Elixir's own those that Kernel has too, nothing
    /// of others.
    /// </summary>
    private static ImmutableHashSet<(string, int)> KnownNames(string module) => module switch
    {
        Config => OfConfig,
        MixConfig => OfMixConfig,
        _ => LikeKernel.GetValueOrDefault(module) ?? [],
    };

    /// <summary>
    /// Whether an import certainly brings all that is known of a module: without options, with <c>warn:</c> alone, or with
    /// <c>only: :functions</c>, as no macro of Elixir's own has a name of Kernel's.
    /// </summary>
    private static bool BringsAll(ExpressionSyntax? options, string? config) => options switch
    {
        null or KeywordListSyntax { Pairs: [{ KeyName: "warn" }] } => true,
        KeywordListSyntax { Pairs: [{ KeyName: "only", Value: LiteralSyntax { Kind: SyntaxKind.Atom } kind }] } =>
            config is null && LiteralValue.GetAtomName(kind) == "functions",
        _ => false,
    };

    private static void AddKernel(
        CallSyntax directive, (bool IsOnly, ImmutableHashSet<(string, int)> Names)? listed, NameScope scope)
    {
        scope.IsOpen |= listed is null && directive.Arguments.Length > 1;
        scope.MayHideKernel |= scope.IsOpen;
        scope.Kernel = listed switch
        {
            { IsOnly: true } only => new KernelNames(only.Names, []),
            { } except => scope.Kernel with { Except = scope.Kernel.Except.Union(except.Names) },
            null => KernelNames.All,
        };
    }

    private static void Bring(NameScope scope, string module, ImmutableHashSet<(string, int)> names) =>
        scope.Import(new ImportedNames(module, names));

    /// <summary>
    /// The functions in <c>only: [..]</c> or <c>except: [..]</c>; null where they are written in any other way.
    /// </summary>
    private static (bool IsOnly, ImmutableHashSet<(string, int)> Names)? Listed(ExpressionSyntax options)
    {
        if (options is not KeywordListSyntax { Pairs: [{ KeyName: "only" or "except", Value: ListSyntax list } option] }
            || list.Elements.Any(element =>
                element is not (KeywordPairSyntax { KeyName: not null, Value: LiteralSyntax { Kind: SyntaxKind.Integer } })))
        {
            return null;
        }

        var names = list.Elements.Cast<KeywordPairSyntax>().Select(pair => (pair.KeyName!, ArityOf((LiteralSyntax)pair.Value)));
        return (option.KeyName == "only", [.. names]);
    }

    private static int ArityOf(LiteralSyntax literal) =>
        LiteralValue.GetInteger(literal) is var number && number < 256 ? (int)number : 256;
}
