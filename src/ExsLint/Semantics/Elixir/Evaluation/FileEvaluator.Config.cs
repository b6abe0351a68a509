using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;

namespace ExsLint.Semantics.Elixir;

/// <content><c>config</c> and <c>import_config</c>.</content>
internal sealed partial class FileEvaluator
{
    private AbstractValue EvaluateConfig(CallSyntax call, Scope scope)
    {
        var arguments = ImmutableArray.CreateBuilder<AbstractValue>();
        foreach (var argument in call.Arguments)
        {
            var value = Evaluate(argument, scope);
            if (value is NeverValue)
            {
                return value;
            }

            arguments.Add(value);
        }

        // `config :a, b: if x do 1 end` passes the block to config, as Elixir parses it; no clause takes that.
        if (call.DoBlock is not null || arguments.Count is not (2 or 3))
        {
            return Refuse(call, ConfigErrorKind.BadConfigCall, $"config/{arguments.Count + (call.DoBlock is null ? 0 : 1)}");
        }

        if (arguments[0] is not AtomValue app)
        {
            return arguments[0] is UnknownValue or ChoiceValue
                ? ConfigureUnknown(call, ReasonOf(arguments[0]), app: null)
                : Refuse(call, ConfigErrorKind.BadConfigCall, "config with an application that is no atom");
        }

        return arguments.Count == 3
            ? ConfigureKey(call, app.Name, arguments[1], arguments[2])
            : ConfigureApp(call, app.Name, arguments[1]);
    }

    private AbstractValue ConfigureKey(CallSyntax call, string app, AbstractValue key, AbstractValue value)
    {
        if (key is not AtomValue name)
        {
            return key is UnknownValue or ChoiceValue
                ? ConfigureUnknown(call, ReasonOf(key), app)
                : Refuse(call, ConfigErrorKind.BadConfigCall, "config with a key that is no atom");
        }

        session.State = session.State.Set(app, name.Name, value);
        return new OpaqueValue("the configuration");
    }

    private AbstractValue ConfigureApp(CallSyntax call, string app, AbstractValue settings)
    {
        if (settings is ChoiceValue choice)
        {
            return EvaluateBranches(
                choice.Reason, [.. choice.Alternatives.Select<AbstractValue, Func<AbstractValue>>(one => () => ConfigureApp(call, app, one))]);
        }

        switch (KeywordMerge.IsKeyword(settings))
        {
            case null:
                return ConfigureUnknown(call, settings is UnknownValue unknown ? unknown.Reason : "entries that are not all known", app);
            case false:
                return Refuse(call, ConfigErrorKind.BadConfigCall, "config/2 with something that is no keyword list");
        }

        // A key that occurs twice in one call is looked up by its first value; the application would not start with it.
        var seen = new HashSet<string>();
        foreach (var pair in ((ListValue)settings).Items.Cast<TupleValue>())
        {
            var key = ((AtomValue)pair.Items[0]).Name;
            if (seen.Add(key))
            {
                session.State = session.State.Set(app, key, pair.Items[1]);
            }
        }

        return new OpaqueValue("the configuration");
    }

    private UnknownValue ConfigureUnknown(CallSyntax call, string reason, string? app)
    {
        session.AddLayer(new UnknownLayer(reason, call.Location, App: app));
        return new UnknownValue(reason);
    }

    /// <summary>Elixir would stop here. The finding says so, and the rest is judged as if this were mended in an unknown way.</summary>
    private UnknownValue Refuse(SyntaxNode node, ConfigErrorKind kind, string argument)
    {
        session.Errors.Add(new ConfigError(kind, argument, node.Location));
        session.AddLayer(new UnknownLayer("a call that Elixir refuses", node.Location));
        return new UnknownValue("a call that Elixir refuses");
    }

    private AbstractValue EvaluateImport(CallSyntax call, Scope scope)
    {
        var target = Evaluate(call.Arguments[0], scope);
        if (target is NeverValue)
        {
            return target;
        }

        if (file.Role == ConfigFileRole.Runtime)
        {
            return Refuse(call, ConfigErrorKind.ForbiddenImport, file.Path);
        }

        if (target is ChoiceValue choice)
        {
            return EvaluateBranches(
                choice.Reason, [.. choice.Alternatives.Select<AbstractValue, Func<AbstractValue>>(one => () => Import(call, one))]);
        }

        return Import(call, target);
    }

    private AbstractValue Import(CallSyntax call, AbstractValue target)
    {
        var path = target switch
        {
            BinaryValue binary when !binary.Text.Contains('*', StringComparison.Ordinal) => TreePath.Combine(Folder, binary.Text),
            UnknownValue unknown => unknown.TreePath,
            _ => null,
        };
        if (path is null)
        {
            var reason = target is BinaryValue named ? $"{named.Text}, which is outside the tree" : $"a file named by {ReasonOf(target)}";
            session.AddLayer(new UnknownLayer(reason, call.Location, (target as BinaryValue)?.Text));
            return new UnknownValue(reason);
        }

        if (session.Imported.Contains(path))
        {
            return Refuse(call, ConfigErrorKind.RepeatedImport, path);
        }

        if (session.Files.FileExists(path))
        {
            return ImportFound(call, path);
        }

        if (session.MayExistElsewhere(path))
        {
            session.AddLayer(new UnknownLayer($"{path}, which is not in the tree", call.Location, path));
            return new AtomValue("ok");
        }

        return Refuse(call, ConfigErrorKind.MissingImport, path);
    }

    private AbstractValue ImportFound(CallSyntax call, string path)
    {
        if (session.Trees.Get(path) is not { } tree)
        {
            session.AddLayer(new UnknownLayer($"{path}, which cannot be read", call.Location));
            return new AtomValue("ok");
        }

        var value = session.Evaluate(tree, ConfigFileRole.Import);
        return value is NeverValue ? value : new AtomValue("ok");
    }
}
