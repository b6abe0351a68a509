using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Which exception <c>raise</c> raises, as far as a <c>try</c> around it wants to know.</summary>
internal sealed class RaiseEvaluator(EvaluationState state, IExpressionEvaluator expressions, StructEvaluator structs)
{
    private const string MessageField = "message";

    /// <summary>Exceptions of Elixir that hold a message and nothing else, and can be raised without one.</summary>
    private static readonly string[] MessageExceptions =
        ["Elixir.RuntimeError", "Elixir.ArgumentError", "Elixir.ArithmeticError", "Elixir.SystemLimitError"];

    /// <summary><c>raise "text"</c>, <c>raise Name</c>, <c>raise Name, "text"</c>, <c>raise Name, key: value</c></summary>
    public AbstractValue Evaluate(CallSyntax call, Scope scope, AbstractValue? piped)
    {
        if (!state.Control.IsInTry || call.LocalName == "reraise")
        {
            return new NeverValue();
        }

        if (expressions.EvaluateSiblings(call.Arguments, scope, out var arguments, piped) is { } never)
        {
            return never;
        }

        return arguments switch
        {
            [BinaryValue or UnknownValue { Shape: ValueShape.Binary }] => Raised("Elixir.RuntimeError", arguments[0]),
            [MapValue { StructName: { Length: > 0 } name } raised] when raised.Find(new AtomValue("__exception__")) is not null =>
                new NeverValue { ExceptionType = name, Exception = raised },
            [AtomValue { Name: var name }] => RaisedOf(name, ListValue.Empty),
            [AtomValue { Name: var name }, var given] => RaisedOf(name, given),
            _ => new NeverValue(),
        };
    }

    /// <summary>An exception that holds a message.</summary>
    private static NeverValue Raised(string type, AbstractValue message) => new()
    {
        ExceptionType = type,
        Exception = MapValue.Struct(
            type[AtomValue.AliasPrefix.Length..], ("__exception__", AtomValue.True), (MessageField, message)),
    };

    private NeverValue RaisedOf(string module, AbstractValue given)
    {
        var message = given switch
        {
            BinaryValue or UnknownValue { Shape: ValueShape.Binary } => given,
            ListValue { Rest: null, Items: [TupleValue { Items: [AtomValue { Name: MessageField }, var text] }] } => text,
            _ => null,
        };
        if (Array.IndexOf(MessageExceptions, module) >= 0)
        {
            return message is not null ? Raised(module, message)
                : given is ListValue { Rest: null, Items.IsEmpty: true } ? new NeverValue { ExceptionType = module }
                : new NeverValue();
        }

        if (structs.Find(module) is not { IsException: true } definition
            || (state.Modules.TryGet(module, out var defined) && defined.Find("exception", 1) is not null))
        {
            return new NeverValue();
        }

        ImmutableArray<AbstractValue>? fields = given is ListValue ? Terms.Items(given)
            : message is not null
                && definition.Fields.ContainsKey(MessageField) ? [Terms.Tuple(new AtomValue(MessageField), message)]
            : null;
        return fields is { } known && known.All(
            field => field is TupleValue { Items: [AtomValue { Name: var name }, _] } && definition.Fields.ContainsKey(name))
            ? new NeverValue { ExceptionType = module, Exception = definition.Create(module, known) }
            : new NeverValue();
    }
}
