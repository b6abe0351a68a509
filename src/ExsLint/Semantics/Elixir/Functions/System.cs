using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>System</c>, <c>Mix</c>, <c>Application</c>: what depends on where and when the configuration is read.</summary>
internal static class SystemFunctions
{
    public static void AddTo(FunctionTable table)
    {
        table.In("System")
            .Any("get_env", 0, (_, _) => new UnknownValue("the environment variables") { IsEnvironment = true })
            .Any("get_env", 1, (site, a) => Pinned(site, "get_env", a) ?? Variable(site, a[0], ValueShape.BinaryOrNil))
            .Any("get_env", 2, (site, a) => Pinned(site, "get_env", a) ?? VariableOr(site, a[0], a[1]))
            .Any("fetch_env!", 1, (site, a) => Pinned(site, "fetch_env!", a) ?? Variable(site, a[0], ValueShape.Binary))
            .Any(
                "fetch_env", 1,
                (site, a) => Pinned(site, "fetch_env", a) ?? MaybeSet(Variable(site, a[0], ValueShape.BinaryOrNil)))
            .Any("put_env", 2, (site, a) => a[1] is AtomValue { IsNil: true } ? Forget(site) : Put(site, a[0], a[1]))
            .Any("put_env", 1, (site, _) => Forget(site))
            .Any("delete_env", 1, (site, a) => Put(site, a[0], AtomValue.Nil));
        foreach (var (name, arity) in new[] { ("os_time", 0), ("os_time", 1), ("system_time", 0), ("system_time", 1),
            ("monotonic_time", 0), ("monotonic_time", 1) })
        {
            table.Any(name, arity, (_, _) => new UnknownValue("the time", ValueShape.Integer));
        }

        // Since Elixir 1.18: what the file has configured so far.
        table.In(FunctionReference.Kernel).Any("read_config", 1, (_, _) => new UnknownValue("result of read_config/1"))
            .Newer("read_config/1");
        table.In("Mix")
            .Any("env", 0, (site, _) => site.Caller.Environment.MixEnvironment)
            .Any("target", 0, (site, _) => site.Caller.Environment.MixTarget)
            .Any("env", 1, (site, a) => SetMix(site, a[0], isTarget: false))
            .Any("target", 1, (site, a) => SetMix(site, a[0], isTarget: true))
            .Any("raise", 1, (_, _) => new NeverValue { ExceptionType = "Elixir.Mix.Error" });
    }

    private static AbstractValue SetMix(CallSite site, AbstractValue value, bool isTarget)
    {
        site.Caller.Environment.SetMix(value, isTarget);
        return new AtomValue("ok");
    }

    private static AbstractValue? Pinned(CallSite site, string function, ImmutableArray<AbstractValue> arguments) =>
        site.Caller.Environment.ReadVariable(function, arguments);

    private static ChoiceValue MaybeSet(UnknownValue value)
    {
        var isSet = TruthTest(value);
        return new([Ok(value with { Shape = ValueShape.Binary }), Error], value.Reason)
        {
            Conditions = [Condition.Of(isSet), Condition.Of(isSet with { Holds = false })],
        };
    }

    private static Answer TruthTest(UnknownValue value) => new(
        new Question(null) { Symbol = value.Symbol, Reason = value.Reason }, true);

    /// <summary><c>System.get_env(name, default)</c></summary>
    private static UnknownValue VariableOr(CallSite site, AbstractValue name, AbstractValue other)
    {
        var variable = Variable(site, name, other switch
        {
            BinaryValue => ValueShape.Binary,
            AtomValue { IsNil: true } => ValueShape.BinaryOrNil,
            _ => ValueShape.Any,
        });
        return other is AtomValue { IsNil: true }
            ? variable
            : variable with { Symbol = Symbol.OfCall("or", variable, other) };
    }

    /// <summary>The configuration itself sets a variable, or deletes it where the value is nil.</summary>
    private static AbstractValue? Put(CallSite site, AbstractValue name, AbstractValue value)
    {
        if (name is not BinaryValue { ValidText: { Length: > 0 } text } || text.AsSpan().ContainsAny('=', '\0'))
        {
            return Forget(site);
        }

        var isText = value is BinaryValue { ValidText: { } written } && !written.Contains('\0', StringComparison.Ordinal);
        site.Caller.Environment.SetVariable(
            text, (value as BinaryValue)?.ValidText, isText || value is AtomValue { IsNil: true });
        return isText || value is AtomValue { IsNil: true } ? new AtomValue("ok") : null;
    }

    private static AbstractValue? Forget(CallSite site)
    {
        site.Caller.Environment.ForgetVariables();
        return null;
    }

    /// <summary>An environment variable. Whatever it is set to, the analysis must hold.</summary>
    private static UnknownValue Variable(CallSite site, AbstractValue name, ValueShape shape) =>
        name is BinaryValue { ValidText: { } text }
            ? new(EnvironmentVariables.ReasonOf(text), shape) { Symbol = site.Caller.Environment.SymbolOf(text) }
            : new("an environment variable", shape);
}
