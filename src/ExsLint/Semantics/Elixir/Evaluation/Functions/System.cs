using static ExsLint.Semantics.Elixir.Terms;

namespace ExsLint.Semantics.Elixir;

/// <summary><c>System</c>, <c>Mix</c>, <c>Application</c>: what depends on where and when the configuration is read.</summary>
internal static class SystemFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("System")
            .Any("get_env", 1, (_, a) => Variable(a[0], ValueShape.BinaryOrNil))
            .Any("get_env", 2, (_, a) => Variable(a[0], a[1] switch
            {
                BinaryValue => ValueShape.Binary,
                AtomValue { IsNil: true } => ValueShape.BinaryOrNil,
                _ => ValueShape.Any,
            }))
            .Any("fetch_env!", 1, (_, a) => Variable(a[0], ValueShape.Binary))
            .Any("fetch_env", 1, (_, a) => Variable(a[0], ValueShape.Binary) is UnknownValue value ? new ChoiceValue([Ok(value), Error], value.Reason) : null)
            .Any("put_env", 2, (_, _) => null)
            .Any("delete_env", 1, (_, a) => a[0] is BinaryValue ? new AtomValue("ok") : null);
        foreach (var (name, arity) in new[] { ("os_time", 0), ("os_time", 1), ("system_time", 0), ("system_time", 1), ("monotonic_time", 0), ("monotonic_time", 1) })
        {
            table.Any(name, arity, (_, _) => new UnknownValue("the time", ValueShape.Integer));
        }

        table.In("Mix")
            .Any("env", 0, (site, _) => new AtomValue(site.Session.Environment))
            .Any("target", 0, (_, _) => new AtomValue("host"));
    }

    /// <summary>An environment variable. Whatever it is set to, the analysis must hold.</summary>
    private static UnknownValue Variable(AbstractValue name, ValueShape shape) =>
        new(name is BinaryValue binary ? $"environment variable {binary.Text}" : "an environment variable", shape);
}
