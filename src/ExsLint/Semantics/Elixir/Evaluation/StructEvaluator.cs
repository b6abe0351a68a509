using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>Structs of modules that the analysed files define.</summary>
internal sealed class StructEvaluator(EvaluationState state, IExpressionEvaluator expressions, UnfollowedCode unfollowed)
{
    private const string StructReason = "a struct";

    /// <summary><c>defstruct</c> and <c>defexception</c>, whose fields are known or not.</summary>
    public AbstractValue Define(string name, CallSyntax call, Scope scope)
    {
        var module = scope.Module!;
        AbstractValue written = call.Arguments is [var argument]
            ? expressions.Evaluate(argument, scope)
            : new UnknownValue(StructReason);
        if (written is NeverValue)
        {
            return written;
        }

        var isException = name == "defexception";
        module.HasSeveralStructs = module.Struct is not null || state.Control.IsInBranch;
        module.Struct = FieldsOf(written) is { } fields
            ? new StructDefinition(
                isException ? fields.SetItem("__exception__", AtomValue.True) : fields, isException, state.Modules.Tick())
            : null;
        return new UnknownValue($"result of {name}");
    }

    /// <summary>The fields and their defaults; null where they are not known.</summary>
    private static ImmutableDictionary<string, AbstractValue>? FieldsOf(AbstractValue written)
    {
        if (Terms.Items(written) is not { } items)
        {
            return null;
        }

        var fields = ImmutableDictionary<string, AbstractValue>.Empty;
        foreach (var item in items)
        {
            var (name, value) = item switch
            {
                AtomValue atom => (atom.Name, AtomValue.Nil),
                TupleValue { Items: [AtomValue atom, var given] } => (atom.Name, given),
                _ => (null, AtomValue.Nil),
            };
            if (name is null || fields.ContainsKey(name) || name.StartsWith("__", StringComparison.Ordinal))
            {
                return null;
            }

            fields = fields.Add(name, value);
        }

        return fields;
    }

    /// <summary>
    /// The struct that <c>%Name{}</c> means at this point. Elixir looks for it when it expands the file, or the function, that
    /// the struct is written in: a module that is defined later, be it by the line before, is not there yet.
    /// </summary>
    private StructDefinition? FindStruct(string module, Scope scope) => module == "Elixir.URI" ? UriFunctions.Struct
        : state.Modules.TryGet(module, out var definition) && definition is { Struct: { } structure }
        && (definition.DefinedAt <= scope.ExpandedAt
            || (definition == scope.Module && scope.Attributes is not null && structure.DefinedAt <= scope.ExpandedAt))
            ? Find(module)
            : null;

    /// <summary>
    /// Whether Elixir certainly refuses a struct: the file itself defines it, when the file is expanded already.
    /// </summary>
    public bool IsTooEarly(MapSyntax map, Scope scope) =>
        scope.Module is null && !state.Control.IsInTry && !state.Control.IsInBranch && StructNameOf(map, scope) is { } name
        && state.Modules.TryGet(name, out var definition)
        && definition.Struct is not null
        && definition.DefinedAt > scope.ExpandedAt;

    /// <summary>
    /// Whether a module is certainly not there when Elixir expands the code of a scope, which the file that defines it is part
    /// of.
    /// </summary>
    public bool IsTooEarly(string module, Scope scope) =>
        scope.Module is null && !state.Control.IsInTry && !state.Control.IsInBranch
        && state.Modules.TryGet(module, out var definition) && !definition.IsOpaque && definition.DefinedAt > scope.ExpandedAt;

    /// <summary>The struct of a module, where nothing but its <c>defstruct</c> makes it; null where that is not known.</summary>
    public StructDefinition? Find(string module) =>
        state.Modules.TryGet(module, out var definition)
        && definition is { IsOpaque: false, EnforcesKeys: false, HasSeveralStructs: false }
        && definition.Find("__struct__", 0) is null
        && definition.Find("__struct__", 1) is null
            ? definition.Struct
            : null;

    /// <summary>The name of the struct in a literal or pattern; null where it is no alias.</summary>
    private static string? StructNameOf(MapSyntax map, Scope scope) => map.StructName switch
    {
        AliasSyntax or QualifiedAliasSyntax => Aliases.Of(map.StructName, scope)?.Name,
        IdentifierSyntax { Name: "__MODULE__" } => scope.Module?.Name,
        _ => null,
    };

    /// <summary><c>%Name{key: value}</c> and <c>%Name{struct | key: value}</c></summary>
    public AbstractValue Evaluate(MapSyntax map, Scope scope)
    {
        if (StructNameOf(map, scope) is not { } module || FindStruct(module, scope) is not { } definition
            || map.Elements.Any(
                element => element is not KeywordPairSyntax { KeyName: { } key } || !definition.Fields.ContainsKey(key)))
        {
            return IsTooEarly(map, scope)
                ? new NeverValue()
                : unfollowed.Opaque(map, scope, StructReason, new OpaqueValue(StructReason));
        }

        ImmutableArray<ExpressionSyntax> nodes = map.Updated is null ? map.Elements : [map.Updated, .. map.Elements];
        if (expressions.EvaluateSiblings(nodes, scope, out var values) is { } never)
        {
            return never;
        }

        if (map.Updated is null)
        {
            return definition.Create(module, values);
        }

        return values[0] switch
        {
            MapValue { StructName: var name } updated when name == module => StructDefinition.Update(updated, values[1..]),
            MapValue or AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue or ListValue => new NeverValue(),
            _ => new UnknownValue(Reasons.Of(values[0])),
        };
    }

    /// <summary>Whether a pattern of this struct certainly compiles.</summary>
    public bool IsStruct(MapSyntax pattern, Scope scope, out string name)
    {
        name = StructNameOf(pattern, scope) ?? "";
        return name is "Elixir.URI" or "Elixir.Date" or "Elixir.Time" or "Elixir.NaiveDateTime" or "Elixir.DateTime"
            or "Elixir.Range"
            || (FindStruct(name, scope) is { } definition
                && pattern.Elements.All(
                    element => element is KeywordPairSyntax { KeyName: { } key } && definition.Fields.ContainsKey(key)));
    }
}
