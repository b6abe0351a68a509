using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Names;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>import</c>, <c>require</c>, <c>alias</c> and <c>use</c>.</summary>
internal sealed class DirectiveEvaluator(
    EvaluationState state,
    StructEvaluator structs,
    FileImports imports,
    MixInRelease mix,
    UnfollowedCode unfollowed)
{
    public AbstractValue Evaluate(string name, CallSyntax call, Scope scope)
    {
        if (DirectiveFaults.Of(call) is not null)
        {
            // It is judged as if the mistake were mended.
            imports.Config |= name is "import" or "use";
            imports.NewConfig |= name is "import" or "use";
            return new UnknownValue($"result of {name}");
        }

        var module = call.Arguments.IsEmpty ? null : Aliases.Of(call.Arguments[0], scope)?.Name;
        var isConfig = module is "Elixir.Config" or "Elixir.Mix.Config";
        if (name is "import" or "use")
        {
            mix.CheckDirective(module, call);
            imports.Config |= isConfig && BringsConfig(call);
            imports.NewConfig |= module is "Elixir.Config";
            imports.MixConfig |= module is "Elixir.Mix.Config";
            imports.Other |= !isConfig;
        }

        if (name != "alias" && module is not null && structs.IsTooEarly(module, scope))
        {
            return unfollowed.Refuse(call, ConfigErrorKind.UndefinedModule, call.Arguments[0].ToString());
        }

        switch (name)
        {
            case "alias":
                DefineAlias(call, scope, isRequire: false);
                break;
            case "require" when call.Arguments.Length > 1:
                DefineAlias(call, scope, isRequire: true);
                break;
            case "require" when module is not null:
                // What is imported is required as well; what is required brings no name.
                scope.AddImport(new ModuleImport(FunctionReference.ModuleName(module), [], []));
                break;
            case "import" when call.Arguments.Length > 1 && module is null or "Elixir.Kernel":
                scope.HidesKernel = true;
                break;
            case "import" when isConfig:
                break;
            case "import" when module is "Elixir.File":
                state.Files.Changes.AddAny();
                break;
            case "import" when module is not null:
            case "use" when module is "Elixir.Bitwise" && call.Arguments.Length == 1:
                // `use Bitwise`, deprecated since 1.12, is an import.
                AddImport(module!, call, scope);
                break;
            case "use" when module != "Elixir.Mix.Config":
                state.AddLayer(new UnknownLayer($"what {name} {module ?? "of a module"} brings in", call.Location));
                break;
        }

        // The value is the module itself, but of `use`, which gives what the module makes of it.
        return module is not null && (name != "use" || module == "Elixir.Mix.Config")
            ? new AtomValue(module)
            : new UnknownValue($"result of {name}");
    }

    /// <summary><c>import Foo</c>, <c>import Foo, only: [bar: 1]</c>; what is restricted in other ways is not followed.</summary>
    private static void AddImport(string module, CallSyntax call, Scope scope)
    {
        if (ImportOf(module, call) is { } import)
        {
            scope.AddImport(import);
        }
    }

    /// <summary>
    /// Whether an import of Config brings <c>config</c>. Where it does not, a name that nobody brings is refused by Elixir in any
    /// case.
    /// </summary>
    private static bool BringsConfig(CallSyntax call) =>
        call.Arguments.Length < 2
            || (ImportOf("", call) is { } import
                && import.Brings(FunctionReference.Config, 2)
                && import.Brings(FunctionReference.Config, 3));

    /// <summary>What an import brings; null where that is not followed.</summary>
    private static ModuleImport? ImportOf(string module, CallSyntax call)
    {
        ImmutableHashSet<(string, int)>? only = null;
        var except = ImmutableHashSet<(string, int)>.Empty;
        if (call.Arguments.Length > 1)
        {
            if (call.Arguments
                is not [_, KeywordListSyntax { Pairs: [{ KeyName: "only" or "except", Value: ListSyntax list } option] }])
            {
                return null;
            }

            var functions = new List<(string, int)>();
            foreach (var element in list.Elements)
            {
                if (element
                    is not KeywordPairSyntax { KeyName: { } name, Value: LiteralSyntax { Kind: SyntaxKind.Integer } arity })
                {
                    return null;
                }

                functions.Add((name, (int)LiteralValue.GetInteger(arity)));
            }

            only = option.KeyName == "only" ? [.. functions] : null;
            except = option.KeyName == "except" ? [.. functions] : except;
        }

        return new ModuleImport(FunctionReference.ModuleName(module), only, except);
    }

    /// <summary><c>alias Foo.Bar</c>, <c>alias Foo.Bar, as: B</c>, <c>alias Foo.{A, B}</c>; <c>require Foo, as: B</c></summary>
    private static void DefineAlias(CallSyntax call, Scope scope, bool isRequire)
    {
        var target = call.Arguments.IsEmpty ? null : call.Arguments[0];
        var options = call.Arguments.Length > 1 ? (call.Arguments[1] as KeywordListSyntax)?.Pairs ?? [] : [];
        if (target is MultiAliasSyntax multiple)
        {
            var prefix = AliasedModule(multiple.Left, scope);
            foreach (var member in multiple.Members.Elements.Select(Aliases.NameOf).OfType<string>())
            {
                scope.AddAlias(LastSegment(member), prefix is null ? null : new AtomValue($"{prefix.Name}.{member}"));
            }

            return;
        }

        var module = target is null ? null : AliasedModule(target, scope);
        var shortName = options.FirstOrDefault(option => option.KeyName == "as") is { } option ? Aliases.NameOf(option.Value)
            : isRequire || target is null ? null
            : target is QualifiedAliasSyntax qualified ? qualified.Name.Text
            : module is not null ? LastSegment(module.Name) : null;
        if (shortName is not null)
        {
            scope.AddAlias(shortName, module);
        }
    }

    private static AtomValue? AliasedModule(ExpressionSyntax target, Scope scope) => target switch
    {
        LiteralSyntax { Kind: SyntaxKind.Atom } atom => new AtomValue(LiteralValue.GetAtomName(atom)),
        StringLiteralSyntax { Kind: SyntaxKind.QuotedAtomStart } quoted when StringContent.GetText(quoted) is { } name =>
            new AtomValue(name),
        IdentifierSyntax { Name: "__MODULE__" } => scope.Module is { } module ? new AtomValue(module.Name) : null,
        _ => Aliases.Of(target, scope),
    };

    private static string LastSegment(string alias) => alias[(alias.LastIndexOf('.') + 1)..];
}
