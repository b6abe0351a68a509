using ExsLint.Semantics.Elixir.Effects;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>try</c></summary>
internal sealed class TryEvaluator(
    EvaluationState state,
    IExpressionEvaluator expressions,
    ClauseRunner clauseRunner,
    UnfollowedCode unfollowed)
{
    private const string TryReason = "a try block";

    public AbstractValue Evaluate(ExpressionSyntax node, DoBlockSyntax block, Scope scope)
    {
        var sections = new Dictionary<string, BodySyntax>();
        foreach (var section in block.Sections)
        {
            sections.TryAdd(section.Keyword.Text, section.Body);
        }

        if (sections.Count != block.Sections.Length || !sections.TryGetValue("do", out var body))
        {
            return unfollowed.Opaque(node, scope, TryReason);
        }

        var mayRaise = state.Control.MayRaise;
        state.Control.MayRaise = false;
        state.Control.EnterTry();
        var before = state.Journal.BeginRecording();
        var path = state.Control.Path;
        var value = expressions.EvaluateBody(body, scope.Fork());

        // What did not raise in the body says nothing of who comes from a clause of `rescue`.
        state.Control.Path = path;
        state.Control.LeaveTry();
        var isCertain = !state.Control.MayRaise;
        state.Control.MayRaise |= mayRaise;
        var isLost = !isCertain && (state.Hidden.Configures || node.DescendantNodesAndSelf().Any(
            part => UnseenCode.EffectsOf(part, scope).May(CallEffects.Configure)));
        if (isLost)
        {
            // How far the body gets is not known, and so whether it configures anything.
            state.Journal.RollBack(before);
        }

        state.Journal.EndRecording([]);
        if (isLost)
        {
            return unfollowed.Opaque(node, scope, TryReason);
        }

        var result = isCertain ? Continue(value, sections, scope) : ContinueEither(value, sections, scope);
        if (result is null)
        {
            return unfollowed.Opaque(node, scope, TryReason);
        }

        return sections.TryGetValue("after", out var after) && expressions.EvaluateBody(after, scope.Fork()) is NeverValue raised
            ? raised
            : result;
    }

    /// <summary>What comes of a body that certainly raises, or certainly does not; null where that is not known.</summary>
    private AbstractValue? Continue(AbstractValue value, Dictionary<string, BodySyntax> sections, Scope scope)
    {
        if (value is NeverValue never)
        {
            return Handle(never, sections, scope);
        }

        return !sections.TryGetValue("else", out var other) ? value
            : clauseRunner.Read(other, scope) is { } clauses ? clauseRunner.Run(clauses, [value], () => new NeverValue())
            : null;
    }

    /// <summary>
    /// What comes of a body of which nobody knows whether it raises: its value, or that of a clause that may take the error.
    /// </summary>
    private AbstractValue? ContinueEither(AbstractValue value, Dictionary<string, BodySyntax> sections, Scope scope)
    {
        if (!sections.TryGetValue("rescue", out var rescue)
            || sections.ContainsKey("catch")
            || sections.ContainsKey("else")
            || !state.Control.MayBranch
            || rescue.Expressions.Any(expression => expression is not StabClauseSyntax { Patterns.Length: 1, Guard: null }))
        {
            return null;
        }

        var reason = value is UnknownValue unknown ? unknown.Reason : "whether something raises";
        var set = new BranchSet(state);
        set.Run(() => value);
        foreach (var clause in rescue.Expressions.Cast<StabClauseSyntax>())
        {
            set.Run(() => expressions.EvaluateBody(
                clause.Body, RescueScope(clause.Patterns[0], new UnknownValue("an exception"), scope)));
        }

        return set.Join(reason);
    }

    /// <summary>What <c>rescue</c> or <c>catch</c> makes of an error; null where that is not known.</summary>
    private AbstractValue? Handle(NeverValue never, Dictionary<string, BodySyntax> sections, Scope scope)
    {
        sections.TryGetValue("rescue", out var rescue);
        sections.TryGetValue("catch", out var capture);
        if (rescue is null && capture is null)
        {
            return never;
        }

        return never.Kind switch
        {
            NeverKind.Error when rescue is not null => Rescue(never, rescue, scope, isCaught: capture is not null),
            NeverKind.Throw when capture is not null && never.Thrown is { } thrown => Catch(never, thrown, capture, scope),
            NeverKind.Throw when capture is null => never,
            _ => null,
        };
    }

    /// <summary>
    /// What <c>catch x -> ..</c> or <c>catch kind, x -> ..</c> makes of what was thrown; the throw itself where no clause takes
    /// it.
    /// </summary>
    private AbstractValue? Catch(NeverValue never, AbstractValue thrown, BodySyntax capture, Scope scope) =>
        clauseRunner.Read(capture, scope) is { } clauses ? clauseRunner.Run(clauses, [thrown], () => never)
        : clauseRunner.Read(capture, scope, patterns: 2) is { } pairs ? clauseRunner.Run(
            pairs, [new AtomValue("throw"), thrown], () => never)
        : null;

    /// <summary>The value of the first clause that takes an exception; the error itself where none does.</summary>
    private AbstractValue? Rescue(NeverValue never, BodySyntax rescue, Scope scope, bool isCaught)
    {
        foreach (var expression in rescue.Expressions)
        {
            if (expression is not StabClauseSyntax { Patterns: [var pattern], Guard: null } clause)
            {
                return null;
            }

            switch (Takes(pattern, never.ExceptionType, scope))
            {
                case null:
                    return null;
                case true:
                    return expressions.EvaluateBody(
                        clause.Body, RescueScope(pattern, never.Exception ?? new UnknownValue("an exception"), scope));
            }
        }

        return isCaught ? null : never;
    }

    /// <summary>
    /// Whether <c>e</c>, <c>Name</c>, <c>[Name, Other]</c> or <c>e in Name</c> takes an exception; null where that is not known.
    /// </summary>
    private static bool? Takes(ExpressionSyntax pattern, string? type, Scope scope)
    {
        switch (pattern)
        {
            case IdentifierSyntax:
                return true;
            case BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.InOperator, Left: IdentifierSyntax } named:
                return Takes(named.Right, type, scope);
            case ListSyntax list:
                var results = list.Elements.Select(element => Takes(element, type, scope)).ToList();
                return results.Contains(true) ? true : results.Contains(null) ? null : false;
            case AliasSyntax or QualifiedAliasSyntax when type is not null
                && Aliases.Of(pattern, scope)?.Name is { } taken and not "Elixir.ErlangError":
                return taken == type;
            default:
                return null;
        }
    }

    private static Scope RescueScope(ExpressionSyntax pattern, AbstractValue exception, Scope scope)
    {
        var inner = scope.Fork();
        if ((pattern as IdentifierSyntax ?? (pattern as BinaryOperatorSyntax)?.Left as IdentifierSyntax)
            is { Name: not "_" } variable)
        {
            inner.Bind(variable.Name, exception);
        }

        return inner;
    }
}
