using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// What <c>mix release</c>, or the boot of a release, refuses of a configuration that evaluates (Mix.Release and Config.Provider,
/// Elixir 1.14 to 1.20).
/// </summary>
internal static class ReleaseChecks
{
    /// <summary>Applications that run before the configuration of a release is read.</summary>
    private static readonly string[] RunningApps = ["kernel", "stdlib"];

    /// <summary>Terms of <c>config.exs</c> that cannot be written to a release's <c>sys.config</c>.</summary>
    /// <param name="state">The evaluation, behind <c>config.exs</c> and what it imports.</param>
    public static void CheckBase(EvaluationState state)
    {
        if (state.Project.Kind != ConfigProjectKind.Source || !ReleaseSigns.IsOf(state.Environment.Name))
        {
            return;
        }

        foreach (var app in state.Journal.AppNames.ToList())
        {
            foreach (var (key, value) in state.Journal.GetSettings(app))
            {
                var work = 0;
                if (FindUnwritable(value, isCertain: true, ref work) is ({ Node: { } node }, var isCertain))
                {
                    Add(state, ConfigErrorKind.UnwritableTerm, $"{app}.{NameOf(key)}", node, !isCertain);
                }
            }
        }
    }

    /// <summary>
    /// Settings of applications that run already: the boot is aborted if <c>runtime.exs</c> changes them, unless the release
    /// starts anew behind it.
    /// </summary>
    /// <param name="state">The evaluation.</param>
    /// <param name="before">The configuration that was there before.</param>
    /// <param name="late">What the file configures.</param>
    public static void CheckLate(EvaluationState state, ConfigJournal before, ConfigJournal late)
    {
        if (state.Project.Kind != ConfigProjectKind.Source || !ReleaseSigns.IsOf(state.Environment.Name))
        {
            return;
        }

        foreach (var app in RunningApps)
        {
            foreach (var (key, value) in late.GetSettings(app))
            {
                if (ChoiceValue.Flatten(value).FirstOrDefault(one => one is not AbsentValue) is { Node: { } node } written
                    && before.Get(app, key) is AbsentValue
                    && !ReleaseSigns.Reboots(state.Trees.Files, state.Project.RootFolder))
                {
                    Add(state, ConfigErrorKind.RunningApplication, $"{app}.{NameOf(key)}", node, written != value);
                }
            }
        }
    }

    private static void Add(EvaluationState state, ConfigErrorKind kind, string argument, SyntaxNode node, bool isConditional) =>
        state.Errors.AddOfRelease(new ConfigError(kind, argument, node.Location)
        {
            Node = node,
            IsConditional = isConditional,
            IsReleased = ReleaseSigns.IsReleased(state.Trees.Files, state.Project.RootFolder),
        });

    private static string NameOf(string key) =>
        key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) ? key[AtomValue.AliasPrefix.Length..] : key;

    /// <summary>
    /// The first part that is an anonymous function, a process or a reference, and whether it is certainly there.
    /// </summary>
    private static (AbstractValue Part, bool IsCertain)? FindUnwritable(
        AbstractValue value, bool isCertain, ref int work)
    {
        const int MostParts = 10_000;
        if (++work > MostParts)
        {
            return null;
        }

        var found = value switch
        {
            AtomValue or BinaryValue or IntegerValue or FloatValue => null,
            TupleValue tuple => FindUnwritable(tuple.Items, isCertain, ref work),
            ListValue list => FindUnwritable(list.Items, isCertain, ref work),
            ConditionalListValue list => FindUnwritable(list.Items, isCertain, ref work),
            MapValue map => FindUnwritable([.. map.Pairs.Select(pair => pair.Value)], isCertain, ref work),
            ChoiceValue choice => FindUnwritable(choice.Alternatives, isCertain: false, ref work),
            _ => null,
        };
        return found ?? (IsUnwritable(value) ? (value, isCertain) : null);
    }

    private static (AbstractValue Part, bool IsCertain)? FindUnwritable(
        ImmutableArray<AbstractValue> parts, bool isCertain, ref int work)
    {
        foreach (var part in parts)
        {
            if (FindUnwritable(part, isCertain, ref work) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsUnwritable(AbstractValue value) => value switch
    {
        FunctionValue { Target: Closure or Accessor } => true,
        FunctionValue { Target: CaptureExpression { Body: var body } } => IsAnonymous(body),
        OpaqueValue { Description: MachineFunctions.Process or MachineFunctions.Reference } => true,
        _ => false,
    };

    /// <summary>
    /// Whether a capture is more than a call with its arguments as they come: <c>&amp;String.trim(&amp;1)</c> is
    /// <c>&amp;String.trim/1</c>.
    /// </summary>
    private static bool IsAnonymous(ExpressionSyntax body) => body switch
    {
        ParenthesizedSyntax { Body.Expressions: [var only] } => IsAnonymous(only),
        BinaryOperatorSyntax operation => !IsArgument(operation.Left) || !IsArgument(operation.Right),
        CallSyntax call => call.Arguments.Any(argument => !IsArgument(argument)),
        TupleSyntax or ListSyntax or MapSyntax or AccessSyntax => true,
        _ => false,
    };

    private static bool IsArgument(ExpressionSyntax part) => part is CaptureArgumentSyntax or UnaryOperatorSyntax;
}
