using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.State;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary><c>config</c>.</summary>
internal sealed class ConfigCalls(
    EvaluationState state,
    IExpressionEvaluator expressions,
    UnfollowedCode unfollowed,
    FileImports imports)
{
    /// <summary>The reason why the value of a <c>config</c> call is unknown.</summary>
    public const string Result = "the result of config";

    public AbstractValue Evaluate(CallSyntax call, Scope scope, AbstractValue? piped)
    {
        // Another import may have brought another `config`.
        if (call.Callee is IdentifierSyntax && !imports.Config && imports.Other)
        {
            return unfollowed.Opaque(call, scope, "a config that is not Elixir's");
        }

        if (expressions.EvaluateSiblings(call.Arguments, scope, out var arguments, piped) is { } never)
        {
            return never;
        }

        if (call.DoBlock is { } block)
        {
            var sections = EvaluateSections(block, scope);
            if (sections is NeverValue)
            {
                return sections;
            }

            arguments = arguments.Add(sections);
        }

        // `config :a, b: if x do 1 end` passes the block to config, as Elixir parses it; no clause takes that.
        if (arguments.Length is not (2 or 3) || (call.DoBlock is not null && arguments is [_, ListValue, _]))
        {
            return unfollowed.Refuse(call, ConfigErrorKind.BadConfigCall, $"config/{arguments.Length}");
        }

        return Configure(call, arguments);
    }

    /// <summary>What a do-block is to a function: <c>[do: .., else: ..]</c>.</summary>
    private AbstractValue EvaluateSections(DoBlockSyntax block, Scope scope)
    {
        if (block.Sections.Any(section => section.Body.HasClauses))
        {
            return new NeverValue { Node = block };
        }

        var pairs = ImmutableArray.CreateBuilder<AbstractValue>(block.Sections.Length);
        foreach (var section in block.Sections)
        {
            var value = expressions.EvaluateBody(section.Body, scope);
            if (value is NeverValue)
            {
                return value;
            }

            pairs.Add(new TupleValue([new AtomValue(section.Keyword.Text), value]) { Node = section });
        }

        return new ListValue(pairs.MoveToImmutable()) { Node = block };
    }

    /// <summary><c>config</c> with its arguments evaluated: two or three.</summary>
    public AbstractValue Configure(SyntaxNode call, ImmutableArray<AbstractValue> arguments)
    {
        if (state.Hidden.HasOwnConfig)
        {
            return ConfigureUnknown(call, "a Config that the configuration defines itself", app: null);
        }

        if (arguments[0] is not AtomValue app)
        {
            return arguments[0] is UnknownValue or ChoiceValue
                ? ConfigureUnknown(call, Reasons.Of(arguments[0]), app: null)
                : unfollowed.Refuse(call, ConfigErrorKind.BadConfigCall, "config with an application that is no atom");
        }

        return arguments.Length == 3
            ? ConfigureKey(call, app.Name, arguments[1], arguments[2])
            : ConfigureApp(call, app.Name, arguments[1]);
    }

    private AbstractValue ConfigureKey(SyntaxNode call, string app, AbstractValue key, AbstractValue value)
    {
        if (key is not AtomValue name)
        {
            return key is UnknownValue or ChoiceValue
                ? ConfigureUnknown(call, Reasons.Of(key), app)
                : unfollowed.Refuse(call, ConfigErrorKind.BadConfigCall, "config with a key that is no atom");
        }

        state.Journal.Set(app, name.Name, value);
        return new UnknownValue(Result);
    }

    private AbstractValue ConfigureApp(SyntaxNode call, string app, AbstractValue settings)
    {
        if (settings is ChoiceValue choice)
        {
            var set = new BranchSet(state);
            foreach (var alternative in choice.Guarded)
            {
                set.Run(alternative.Condition, () => ConfigureApp(call, app, alternative.Value));
            }

            return set.Join(choice.Reason);
        }

        switch (KeywordMerge.IsKeyword(settings))
        {
            case null:
                return ConfigureUnknown(call, settings is UnknownValue unknown
                    ? unknown.Reason
                    : "entries that are not all known", app);
            case false:
                return unfollowed.Refuse(call, ConfigErrorKind.BadConfigCall, "config/2 with something that is no keyword list");
        }

        var keywords = Keywords.Of(settings)!.Value;
        if (keywords.Rest is { } rest)
        {
            ConfigureUnknown(call, rest.Reason, app);
        }

        state.Journal.Configure(app, keywords);
        return new UnknownValue(Result);
    }

    private UnknownValue ConfigureUnknown(SyntaxNode call, string reason, string? app)
    {
        state.Control.MayRaise = true;
        state.AddLayer(new UnknownLayer(reason, call.Location, App: app));
        return new UnknownValue(Result);
    }
}
