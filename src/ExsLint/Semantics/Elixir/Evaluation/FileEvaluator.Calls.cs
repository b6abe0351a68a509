using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content>Calls: the special forms that config files use, then functions.</content>
internal sealed partial class FileEvaluator
{
    private AbstractValue EvaluateCall(CallSyntax call, Scope scope) => (call.LocalName, call.Arguments.Length) switch
    {
        ("config", _) when scope.Find("config") is null => EvaluateConfig(call, scope),
        ("import_config", 1) => EvaluateImport(call, scope),
        ("if", 1 or 2) => EvaluateIf(call, scope, negated: false),
        ("unless", 1 or 2) => EvaluateIf(call, scope, negated: true),
        ("case", 1) when call.DoBlock is not null => EvaluateCase(call, scope),
        ("cond", 0) when call.DoBlock is not null => EvaluateCond(call, scope),
        ("import" or "use" or "require", _) => AtomValue.Nil,
        ("alias", _) => EvaluateAliasDirective(call, scope),
        ("raise" or "reraise" or "throw" or "exit", _) => new NeverValue(),
        ("config_env", 0) => new AtomValue(session.Environment),
        ("config_target", 0) => new AtomValue("host"),
        ("for" or "with" or "try" or "receive" or "quote" or "defmodule", _) => Opaque(call, $"a {call.LocalName} block"),
        _ when call.DoBlock is not null => Opaque(call, $"a {NameOf(call.Callee)} block"),
        _ => EvaluateFunction(call.Callee, call, [], call.Arguments, scope),
    };

    private AbstractValue EvaluateMember(MemberAccessSyntax member, Scope scope) => EvaluateFunction(member, member, [], [], scope);

    /// <summary>Evaluates the arguments, then the function if it is a known one.</summary>
    private AbstractValue EvaluateFunction(
        ExpressionSyntax callee,
        SyntaxNode call,
        ImmutableArray<AbstractValue> piped,
        ImmutableArray<ExpressionSyntax> arguments,
        Scope scope)
    {
        if (callee is MemberAccessSyntax { Left: AliasSyntax { Name: "Config" }, NameToken.Text: "config" } && call is CallSyntax config)
        {
            return EvaluateConfig(config, scope);
        }

        var values = piped.ToBuilder();
        foreach (var argument in arguments)
        {
            var value = Evaluate(argument, scope);
            if (value is NeverValue)
            {
                return value;
            }

            values.Add(value);
        }

        var name = QualifiedNameOf(callee, scope);
        return (name is null ? null : EvaluateKnown(name, values.ToImmutable()))
            ?? new UnknownValue($"result of {NameOf(callee)}/{values.Count}");
    }

    private AbstractValue? EvaluateKnown(string name, ImmutableArray<AbstractValue> arguments)
    {
        switch (name, arguments.Length)
        {
            case ("Mix.env", 0):
                return new AtomValue(session.Environment);
            case ("Mix.target", 0):
                return new AtomValue("host");
            case ("File.cwd!", 0):
                return new UnknownValue("the project's folder", ValueShape.Binary) { TreePath = session.Project.RootFolder };
            case ("File.exists?" or "File.regular?", 1):
                return FileExists(arguments[0]);
            case ("Path.expand", 1):
                return KnownFunctions.ExpandPath(arguments[0], session.Project.RootFolder);
            case ("Code.require_file" or "Code.eval_file" or "Code.eval_string" or "Code.eval_quoted", _):
                return new UnknownValue("code of another file");
            default:
                return KnownFunctions.Call(name, arguments);
        }
    }

    /// <summary>Whether a file exists, as far as the analysed tree tells.</summary>
    private AbstractValue FileExists(AbstractValue argument)
    {
        var path = argument switch
        {
            BinaryValue binary => TreePath.Combine(session.Project.RootFolder, binary.Text),
            UnknownValue unknown => unknown.TreePath,
            _ => null,
        };
        if (path is null)
        {
            return new UnknownValue("whether a file outside the tree exists", ValueShape.Boolean);
        }

        if (session.Files.FileExists(path))
        {
            return AtomValue.True;
        }

        return session.MayExistElsewhere(path)
            ? new UnknownValue($"whether {path} exists", ValueShape.Boolean)
            : AtomValue.False;
    }

    private static string? QualifiedNameOf(ExpressionSyntax callee, Scope scope) => callee switch
    {
        IdentifierSyntax name => name.Name,
        MemberAccessSyntax { NameToken: { } member, Left: var left } when AliasName(left) is { } module =>
            $"{scope.ExpandAlias(module)}.{member.Text}",
        MemberAccessSyntax { NameToken: { } member, Left: LiteralSyntax { Kind: SyntaxKind.Atom } atom } =>
            $":{LiteralValue.GetAtomName(atom)}.{member.Text}",
        _ => null,
    };

    private static string NameOf(ExpressionSyntax callee) => callee switch
    {
        IdentifierSyntax name => name.Name,
        MemberAccessSyntax { NameToken: { } member, Left: AliasSyntax or QualifiedAliasSyntax or LiteralSyntax } access =>
            $"{access.Left}.{member.Text}",
        _ => "a function",
    };

    /// <summary><c>alias Foo.Bar</c>, <c>alias Foo.Bar, as: B</c>, <c>alias Foo.{A, B}</c></summary>
    private static AbstractValue EvaluateAliasDirective(CallSyntax call, Scope scope)
    {
        var target = call.Arguments.IsEmpty ? null : call.Arguments[0];
        if (target is MultiAliasSyntax multiple && AliasName(multiple.Left) is { } prefix)
        {
            foreach (var member in multiple.Members.Elements.Select(AliasName).OfType<string>())
            {
                scope.AddAlias(LastSegment(member), $"{scope.ExpandAlias(prefix)}.{member}");
            }
        }
        else if (target is not null && AliasName(target) is { } name)
        {
            var shortName = call.Arguments is [_, KeywordListSyntax { Pairs: [{ KeyName: "as" } pair] }] ? AliasName(pair.Value) : null;
            scope.AddAlias(shortName ?? LastSegment(name), scope.ExpandAlias(name));
        }

        return AtomValue.Nil;
    }

    private static string LastSegment(string alias) => alias[(alias.LastIndexOf('.') + 1)..];
}
