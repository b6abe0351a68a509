using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// <c>Dotenvy</c>, which reads variables from files, and converts them. Up to 0.4 it sets them as environment variables too.
/// </summary>
internal static class DotenvyFunctions
{
    private const string Reason = "what Dotenvy reads";

    public static void AddTo(FunctionTable table)
    {
        table.In("Dotenvy")
            .Any("env!", 1, (_, a) => Variable(a[0], ValueShape.Binary))
            .Any("env!", 2, (site, a) => a[1] switch
            {
                FunctionValue convert => site.Invoke(convert, Variable(a[0], ValueShape.Binary)),
                AtomValue type => Variable(a[0], ShapeOf(type)),
                _ => null,
            })
            .Any("env!", 3, (_, a) => a[1] switch
            {
                AtomValue type => Variable(a[0], ShapeOf(type) is var shape && Has(a[2], shape) ? shape : ValueShape.Any),
                _ => null,
            });
        foreach (var arity in new[] { 1, 2 })
        {
            table.Any("source", arity, (site, _) => Load(site)).Any("source!", arity, (site, _) => Load(site));
        }
    }

    private static AbstractValue? Load(CallSite site)
    {
        site.Caller.Environment.ForgetSetVariables();
        return null;
    }

    private static UnknownValue Variable(AbstractValue name, ValueShape shape) =>
        new(name is BinaryValue { ValidText: { } text } ? $"variable {text} of Dotenvy" : Reason, shape);

    /// <summary>
    /// What a variable is converted to (<c>Dotenvy.Transformer</c>, 1.1); types that end in a question mark may give nil.
    /// </summary>
    private static ValueShape ShapeOf(AbstractValue type) => type switch
    {
        AtomValue { Name: "string" or "string!" } => ValueShape.Binary,
        AtomValue { Name: "string?" } => ValueShape.BinaryOrNil,
        AtomValue { Name: "integer" or "integer!" } => ValueShape.Integer,
        AtomValue { Name: "boolean" or "boolean!" } => ValueShape.Boolean,
        AtomValue { Name: "atom" or "atom!" or "module" or "module!" } => ValueShape.Atom,
        AtomValue { Name: "charlist" or "charlist!" } => ValueShape.List,
        _ => ValueShape.Any,
    };

    /// <summary>Whether a default is of a type.</summary>
    private static bool Has(AbstractValue value, ValueShape shape) => (shape, value) switch
    {
        (ValueShape.Binary or ValueShape.BinaryOrNil, BinaryValue) or (ValueShape.BinaryOrNil, AtomValue { IsNil: true }) => true,
        (ValueShape.Integer, IntegerValue) or (ValueShape.Atom, AtomValue) or (ValueShape.List, ListValue) => true,
        (ValueShape.Boolean, AtomValue { Name: "true" or "false" }) => true,
        _ => false,
    };
}
