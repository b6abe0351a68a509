using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content>Calls: the special forms that config files use, then functions.</content>
internal sealed partial class FileEvaluator
{
    /// <param name="call">The call.</param>
    /// <param name="scope">What is bound.</param>
    /// <param name="piped">What was piped into it: its first argument.</param>
    private AbstractValue EvaluateCall(CallSyntax call, Scope scope, AbstractValue? piped = null)
    {
        var name = FunctionName(call.Callee, scope);
        var arity = call.Arguments.Length + (piped is null ? 0 : 1);
        switch (name)
        {
            case ConfigName:
                return EvaluateConfig(call, scope, piped);
            case ImportName when arity == 1 && call.DoBlock is null:
                return EvaluateImport(call, scope, piped);
            case "if" or "unless" when BranchesOf(call) is { } branches && arity == (call.DoBlock is null ? 2 : 1):
                return EvaluateIf(piped ?? Evaluate(call.Arguments[0], scope), branches, scope, negated: name == "unless");
            case "case" when arity == 1 && call.DoBlock is { Sections.Length: 1 }:
                return EvaluateCase(piped ?? Evaluate(call.Arguments[0], scope), call.DoBlock.Sections[0].Body, scope);
            case "cond" when arity == 0 && call.DoBlock is { Sections.Length: 1 }:
                return EvaluateCond(call.DoBlock.Sections[0].Body, scope);
            case "import" or "require" or "alias" or "use" when call.DoBlock is null:
                return EvaluateDirective(name, call, scope);
            case "raise" or "reraise" or "throw" or "exit":
                return new NeverValue();
            case "config_env" when arity == 0 && LacksEnvironment:
                return new NeverValue();
            case "config_env" or "Mix.env" when arity == 0:
                return new AtomValue(session.Environment);
            case "config_target" or "Mix.target" when arity == 0:
                return new AtomValue("host");
            case not null when call.DoBlock is null && KnownFunctions.IsFolded(name):
                return EvaluateFunction(name, call.Callee, call.Arguments, scope, piped);
            default:
                return Opaque(call, scope, call.DoBlock is null ? $"result of {NameOf(call.Callee)}/{arity}" : $"a {NameOf(call.Callee)} block");
        }
    }

    /// <summary>A call without arguments or parentheses: <c>Mix.env</c>, <c>x |> to_string</c>.</summary>
    private AbstractValue EvaluateBareCall(ExpressionSyntax callee, Scope scope, AbstractValue? piped)
    {
        var name = FunctionName(callee, scope);
        return (name, piped) switch
        {
            ("config_env", null) when LacksEnvironment => new NeverValue(),
            ("config_env" or "Mix.env", null) => new AtomValue(session.Environment),
            ("config_target" or "Mix.target", null) => new AtomValue("host"),
            ("raise" or "throw" or "exit", not null) => new NeverValue(),
            ({ }, _) when KnownFunctions.IsFolded(name) => EvaluateFunction(name, callee, [], scope, piped),
            _ => Opaque(callee, scope, $"result of {NameOf(callee)}/{(piped is null ? 0 : 1)}"),
        };
    }

    /// <summary>Evaluates the arguments, then a function that is folded; where its arguments are not known well enough it is unknown.</summary>
    private AbstractValue EvaluateFunction(
        string name, ExpressionSyntax callee, ImmutableArray<ExpressionSyntax> arguments, Scope scope, AbstractValue? piped)
    {
        return EvaluateSiblings(arguments, scope, out var values, piped) is { } never
            ? never
            : CallFolded(name, values, callee);
    }

    private AbstractValue CallFolded(string name, ImmutableArray<AbstractValue> arguments, ExpressionSyntax callee)
    {
        var value = (name, arguments) switch
        {
            ("File.cwd!", []) => new UnknownValue("the project's folder", ValueShape.Binary) { TreePath = session.Project.RootFolder },
            ("File.exists?", [var path]) => FileExists(path, foldersToo: true),
            ("File.regular?", [var path]) => FileExists(path, foldersToo: false),
            ("Path.expand", [var path]) => KnownFunctions.ExpandPath(path, session.Project.RootFolder),
            _ => session.Variables.Call(name, arguments) ?? KnownFunctions.Call(name, arguments),
        };
        return value ?? new UnknownValue($"result of {NameOf(callee)}/{arguments.Length}");
    }

    /// <summary>Evaluates expressions side by side, behind what was piped; gives the one that raises, if one does.</summary>
    private AbstractValue? EvaluateSiblings<T>(
        ImmutableArray<T> nodes, Scope scope, out ImmutableArray<AbstractValue> values, AbstractValue? piped = null)
        where T : ExpressionSyntax
    {
        var first = piped is null ? 0 : 1;
        var evaluated = new AbstractValue[nodes.Length + first];
        if (piped is not null)
        {
            evaluated[0] = piped;
        }

        var siblings = new SiblingScope(scope);
        values = [];
        for (var i = 0; i < nodes.Length; i++)
        {
            var value = Evaluate(nodes[i], scope);
            if (value is NeverValue)
            {
                return value;
            }

            evaluated[first + i] = value;
            siblings.Next();
        }

        siblings.End();
        values = ImmutableCollectionsMarshal.AsImmutableArray(evaluated);
        return null;
    }

    /// <summary>Whether a file exists, as far as the analysed tree tells.</summary>
    private AbstractValue FileExists(AbstractValue argument, bool foldersToo)
    {
        var path = argument switch
        {
            BinaryValue { ValidText: { Length: > 0 } text } when IsPlainPath(text) => TreePath.Combine(session.Project.RootFolder, text),
            UnknownValue unknown => unknown.TreePath,
            _ => null,
        };
        if (path is null)
        {
            return new UnknownValue("whether a file outside the tree exists", ValueShape.Boolean);
        }

        if (session.Files.FileExists(path) || (foldersToo && FolderExists(path)))
        {
            return AtomValue.True;
        }

        return session.MayExistElsewhere(path)
            ? new UnknownValue($"whether {path} exists", ValueShape.Boolean)
            : AtomValue.False;
    }

    private bool FolderExists(string path) =>
        path.Length == 0 || session.Files.ListFolders(TreePath.FolderOf(path)).Contains(TreePath.NameOf(path));

    /// <summary>Whether a path means the same to the file system as to us: <c>..</c> behind a name follows links and needs the folder.</summary>
    private static bool IsPlainPath(string path) =>
        !path.EndsWith('/') && !path.Contains('\0', StringComparison.Ordinal) && path.IndexOf("..", 1, StringComparison.Ordinal) < 0;

    /// <summary>The name of a function: <c>config</c>, <c>System.get_env</c>, <c>:timer.seconds</c>; null where it is not known.</summary>
    private string? FunctionName(ExpressionSyntax callee, Scope scope)
    {
        switch (callee)
        {
            case IdentifierSyntax name:
                return scope.HidesKernel ? null : session.Names.Get(name.Token.TextSpanOf);
            case MemberAccessSyntax { NameToken: { } member, Left: LiteralSyntax { Kind: SyntaxKind.Atom } atom }:
                return $":{LiteralValue.GetAtomName(atom)}.{member.Text}";
            case MemberAccessSyntax { NameToken: { } member, Left: var left } when AliasName(left) is { } alias && scope.ExpandAlias(alias) is { } module:
                return module.Name switch
                {
                    "Elixir.Kernel" or "Elixir.Config" => member.Text,
                    ['E', 'l', 'i', 'x', 'i', 'r', '.', .. var name] => $"{name}.{member.Text}",
                    var name => $":{name}.{member.Text}",
                };
            default:
                return null;
        }
    }

    private static string NameOf(ExpressionSyntax callee) => callee switch
    {
        IdentifierSyntax name => name.Name,
        MemberAccessSyntax { NameToken: { } member, Left: AliasSyntax or QualifiedAliasSyntax or LiteralSyntax } access =>
            $"{access.Left}.{member.Text}",
        _ => "a function",
    };
}
