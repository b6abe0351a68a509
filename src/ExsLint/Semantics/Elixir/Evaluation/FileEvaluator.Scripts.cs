using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <content>Other files that a file runs, and calls by name.</content>
internal sealed partial class FileEvaluator
{
    /// <summary><c>apply(module, name, arguments)</c></summary>
    public AbstractValue? Apply(string module, string name, ImmutableArray<AbstractValue> arguments, SyntaxNode site)
    {
        var function = new FunctionReference(state.Names.GetModule(module), name);
        return !IsMacro(function) && site is ExpressionSyntax callee && IsKnown(function, arguments.Length, new Scope())
            ? CallNamed(function, arguments, callee, site, new Scope())
            : null;
    }

    /// <summary>Whether it is expanded where it is written, so that no module that is a value has it.</summary>
    private static bool IsMacro(FunctionReference function) => function switch
    {
        { Module: FunctionReference.Kernel } => function.Name is "to_string" or "to_charlist" or "is_nil" or "is_struct" or "then" or "tap" or "dbg" or "in" or "!"
            or ".." or "match?" or "if" or "unless" or "raise",
        { Module: "Integer" } => function.Name is "is_even" or "is_odd",
        _ => false,
    };

    /// <summary><c>Code.require_file(path, folder)</c> and its kin, for files of the tree.</summary>
    private AbstractValue EvaluateScript(string name, CallSyntax call, Scope scope, AbstractValue? piped)
    {
        if (EvaluateSiblings(call.Arguments, scope, out var arguments, piped) is { } never)
        {
            return never;
        }

        var reason = $"result of Code.{name}";
        var root = state.Project.RootFolder;
        var path = arguments switch
        {
            [BinaryValue { ValidText: { } text }] => TreePath.Combine(root, text),
            [BinaryValue { ValidText: { } text }, UnknownValue { TreePath: { } folder }] => TreePath.Combine(folder, text),
            [BinaryValue { ValidText: { } text }, BinaryValue { ValidText: { } folder }] =>
                TreePath.Combine(root, folder) is { } below ? TreePath.Combine(below, text) : null,
            [BinaryValue { ValidText: { } text }, AtomValue { IsNil: true }] => TreePath.Combine(root, text),
            [UnknownValue { TreePath: { } known }, ..] => known,
            _ => null,
        };
        if (path is null || !state.Files.FileExists(path) || state.Files.Changes.MayReplace(path) || state.Control.IsInBranch || state.Control.IsInTry || state.Trees.Get(path) is not { } tree)
        {
            return path is not null && state.Files.Presence.OfFile(path) == Presence.Absent ? new NeverValue() : NotFollowed(call, reason);
        }

        if (name == "require_file" && !state.Evaluated.TryRequire(path))
        {
            return AtomValue.Nil;
        }

        var role = file.Role == ConfigFileRole.Runtime ? ConfigFileRole.Runtime : ConfigFileRole.Import;
        var value = project.Evaluate(tree, role, isScript: true);
        return value is NeverValue ? value
            : name == "eval_file" ? new TupleValue([value, new UnknownValue("the variables of a file", ValueShape.List)])
            : new UnknownValue(reason);
    }

    private UnknownValue NotFollowed(SyntaxNode call, string reason)
    {
        state.ForgetAll();
        state.AddLayer(new UnknownLayer($"config calls that are not followed, in {reason}", call.Location));
        return new UnknownValue(reason);
    }

    /// <summary>Texts made of bytes: <c>&lt;&lt;1, 2, "abc">></c> without sizes or types.</summary>
    private AbstractValue EvaluateBitstring(BitstringSyntax bits, Scope scope)
    {
        const string Reason = "a bitstring";
        if (bits.Elements.Any(element => element is BinaryOperatorSyntax or UnaryOperatorSyntax or KeywordListSyntax or IdentifierSyntax or CallSyntax))
        {
            return Opaque(bits, scope, Reason);
        }

        if (EvaluateSiblings(bits.Elements, scope, out var parts) is { } never)
        {
            return never;
        }

        var bytes = ImmutableArray.CreateBuilder<byte>();
        foreach (var part in parts)
        {
            switch (part)
            {
                case IntegerValue { Number: var number }:
                    bytes.Add((byte)(number & byte.MaxValue));
                    break;
                case BinaryValue text:
                    bytes.AddRange(text.Bytes);
                    break;
                default:
                    return new UnknownValue(Reason);
            }
        }

        return new BinaryValue(bytes.DrainToImmutable());
    }
}
