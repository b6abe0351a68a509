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

/// <content><c>config</c> and <c>import_config</c>.</content>
internal sealed partial class FileEvaluator
{
    private const string ImportResult = "the result of import_config";

    private static readonly string[] Environments = ["prod", "dev", "test"];

    private bool _importsConfig;
    private bool _importsOther;
    private bool _importsMixConfig;
    private bool _importsNewConfig;

    /// <summary>
    /// Whether <c>config_env()</c> fails here: a provider that reads a release's file gives no environment, and Mix.Config has no such function.
    /// </summary>
    private bool LacksEnvironment => state.Project.IsReadByProvider || (_importsMixConfig && !_importsNewConfig);

    private AbstractValue EvaluateConfig(CallSyntax call, Scope scope, AbstractValue? piped)
    {
        // Another import may have brought another `config`.
        if (call.Callee is IdentifierSyntax && !_importsConfig && _importsOther)
        {
            return Opaque(call, scope, "a config that is not Elixir's");
        }

        if (EvaluateSiblings(call.Arguments, scope, out var arguments, piped) is { } never)
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
            return Refuse(call, ConfigErrorKind.BadConfigCall, $"config/{arguments.Length}");
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
            var value = EvaluateBody(section.Body, scope);
            if (value is NeverValue)
            {
                return value;
            }

            pairs.Add(new TupleValue([new AtomValue(section.Keyword.Text), value]) { Node = section });
        }

        return new ListValue(pairs.MoveToImmutable()) { Node = block };
    }

    /// <summary><c>config</c> with its arguments evaluated: two or three.</summary>
    private AbstractValue Configure(SyntaxNode call, ImmutableArray<AbstractValue> arguments)
    {
        if (state.Hidden.HasOwnConfig)
        {
            return ConfigureUnknown(call, "a Config that the configuration defines itself", app: null);
        }

        if (arguments[0] is not AtomValue app)
        {
            return arguments[0] is UnknownValue or ChoiceValue
                ? ConfigureUnknown(call, ReasonOf(arguments[0]), app: null)
                : Refuse(call, ConfigErrorKind.BadConfigCall, "config with an application that is no atom");
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
                ? ConfigureUnknown(call, ReasonOf(key), app)
                : Refuse(call, ConfigErrorKind.BadConfigCall, "config with a key that is no atom");
        }

        state.Journal.Set(app, name.Name, value);
        return new UnknownValue(ConfigResult);
    }

    private AbstractValue ConfigureApp(SyntaxNode call, string app, AbstractValue settings)
    {
        if (settings is ChoiceValue choice)
        {
            var set = new BranchSet(state);
            foreach (var alternative in choice.Alternatives)
            {
                set.Run(() => ConfigureApp(call, app, alternative));
            }

            return set.Join(choice.Reason);
        }

        switch (KeywordMerge.IsKeyword(settings))
        {
            case null:
                return ConfigureUnknown(call, settings is UnknownValue unknown ? unknown.Reason : "entries that are not all known", app);
            case false:
                return Refuse(call, ConfigErrorKind.BadConfigCall, "config/2 with something that is no keyword list");
            case true when ((ListValue)settings).Rest is { } rest:
                ConfigureUnknown(call, rest.Reason, app);
                break;
        }

        state.Journal.Configure(app, (ListValue)settings);
        return new UnknownValue(ConfigResult);
    }

    private UnknownValue ConfigureUnknown(SyntaxNode call, string reason, string? app)
    {
        state.Control.MayRaise = true;
        state.AddLayer(new UnknownLayer(reason, call.Location, App: app));
        return new UnknownValue(ConfigResult);
    }

    /// <summary>
    /// Elixir would stop here, unless a <c>try</c> around it goes on. The finding says so, and the rest is judged as if this were mended in an
    /// unknown way.
    /// </summary>
    private AbstractValue Refuse(SyntaxNode node, ConfigErrorKind kind, string argument)
    {
        if (state.Control.IsInTry)
        {
            return new NeverValue { Node = node, Refusal = (kind, argument) };
        }

        state.AddError(kind, argument, node);
        state.AddLayer(new UnknownLayer("a call that Elixir refuses", node.Location) { IsOfError = true });
        return new UnknownValue("a call that Elixir refuses");
    }

    private AbstractValue EvaluateImport(CallSyntax call, Scope scope, AbstractValue? piped)
    {
        var target = piped ?? Evaluate(call.Arguments[0], scope);
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
            var set = new BranchSet(state);
            foreach (var alternative in choice.Alternatives)
            {
                set.Run(() => Import(call, alternative));
            }

            return set.Join(choice.Reason);
        }

        return Import(call, target);
    }

    private AbstractValue Import(CallSyntax call, AbstractValue target)
    {
        var path = target switch
        {
            BinaryValue { ValidText: { } text } => TreePath.Combine(Folder, text),
            UnknownValue unknown => unknown.TreePath,
            _ => null,
        };
        if (path is null)
        {
            var reason = target is BinaryValue named ? $"{named.Text}, which is outside the tree" : $"a file named by {ReasonOf(target)}";
            state.AddLayer(new UnknownLayer(reason, call.Location, (target as BinaryValue)?.Text));
            return new UnknownValue(ImportResult, ValueShape.Atom);
        }

        return _importsMixConfig && TreeGlob.IsPattern(path) ? ImportAll(call, path) : ImportFile(call, path);
    }

    /// <summary>What a pattern of Mix.Config matches, each file in its order.</summary>
    private AbstractValue ImportAll(CallSyntax call, string pattern)
    {
        var reason = $"the files that match {pattern}";
        if (state.Files.ExpandImport(pattern) is not { } paths)
        {
            state.AddLayer(new UnknownLayer(reason, call.Location));
            return new UnknownValue(ImportResult, ValueShape.Atom);
        }

        foreach (var path in paths)
        {
            if (ImportFile(call, path) is NeverValue never)
            {
                return never;
            }
        }

        if (state.Files.MayMatchElsewhere("", pattern, isImported: true))
        {
            state.AddLayer(new UnknownLayer(reason, call.Location, pattern));
        }

        return new AtomValue("ok");
    }

    private AbstractValue ImportFile(CallSyntax call, string path)
    {
        if (state.Files.Changes.MayReplace(path))
        {
            state.Control.MayRaise = true;
            state.AddLayer(new UnknownLayer($"{path}, {FileFunctions.ChangedReason}", call.Location));
            return new UnknownValue(ImportResult, ValueShape.Atom);
        }

        if (state.Journal.IsImported(path))
        {
            return Refuse(call, ConfigErrorKind.RepeatedImport, path);
        }

        if (state.Files.FileExists(path))
        {
            return ImportFound(call, path);
        }

        if (state.Files.Presence.OfFile(path) == Presence.Unknown)
        {
            state.Control.MayRaise = true;
            state.AddLayer(new UnknownLayer($"{path}, which is not in the tree", call.Location, path));
            return new UnknownValue(ImportResult, ValueShape.Atom);
        }

        return Refuse(call, IsOfOtherEnvironments(call, path) ? ConfigErrorKind.MissingEnvironment : ConfigErrorKind.MissingImport, path);
    }

    /// <summary>Whether <c>import_config "#{config_env()}.exs"</c> finds no file for this environment, but would for another.</summary>
    private bool IsOfOtherEnvironments(CallSyntax call, string path) =>
        TreePath.NameOf(path) == $"{state.Environment.Name}.exs"
        && call.Arguments is not [StringLiteralSyntax { Parts: [StringTextSyntax] }]
        && Environments.Any(other => other != state.Environment.Name && state.Files.FileExists(TreePath.Combine(TreePath.FolderOf(path), $"{other}.exs") ?? ""));

    private AbstractValue ImportFound(CallSyntax call, string path)
    {
        if (state.Trees.Get(path) is not { } tree)
        {
            state.Control.MayRaise = true;
            state.AddLayer(UnknownLayer.OfUnreadable(path, call.Location));
            return new UnknownValue(ImportResult, ValueShape.Atom);
        }

        var value = project.Evaluate(tree, ConfigFileRole.Import);
        return value is NeverValue ? value : new UnknownValue(ImportResult, ValueShape.Atom);
    }
}
