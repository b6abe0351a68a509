using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Sets a setting in a config file, in an existing call or in a new one.</summary>
public static class ConfigEdits
{
    /// <summary>The last unconditional <c>config app, key, …</c> of a file, else null.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="app">The application: <c>pleroma</c>.</param>
    /// <param name="key">The key as written: <c>:http_security</c>, <c>Pleroma.Upload</c>; null for any.</param>
    public static CallSyntax? FindCall(ElixirSyntaxTree tree, string app, string? key) =>
        tree.Root.Body.Expressions.OfType<CallSyntax>().LastOrDefault(call =>
            IsConfigOf(call, app)
            && (key is null || (call.Arguments.Length == 3 && call.Arguments[1].ToString() == key)));

    /// <summary>
    /// The ways to set a value, the most readable first: in the last call of its key that can take it, in a new call behind the
    /// last one of its key or application, before an <c>import_config</c> at the end of the file, at the very end. Which of
    /// them takes effect depends on the rest of the configuration.
    /// </summary>
    /// <param name="tree">The file to change.</param>
    /// <param name="app">The application.</param>
    /// <param name="keys">The key and the names below it, aliases with <c>Elixir.</c>; at least one.</param>
    /// <param name="value">The value as Elixir text.</param>
    public static IEnumerable<ImmutableArray<TextChange>> Candidates(
        ElixirSyntaxTree tree, string app, ImmutableArray<string> keys, string value)
    {
        var calls = tree.Root
            .DescendantNodesAndSelf()
            .OfType<CallSyntax>()
            .Where(call => IsConfigOf(call, app))
            .Reverse()
            .ToList();
        var changes = calls
            .Select(call => PutIntoCall(call, keys, value))
            .Concat(AddedStatements(tree, calls, app, keys, value));
        foreach (var change in changes)
        {
            if (!change.IsDefaultOrEmpty && LineBreaks.Fit(tree, change) is { IsDefault: false } fitted)
            {
                yield return fitted;
            }
        }
    }

    /// <summary>
    /// Puts a value below an expression that holds keywords, or a plain literal in the place of keywords; default for what cannot
    /// hold any: a variable, a call, <c>a ++ b</c>.
    /// </summary>
    /// <param name="container">The expression.</param>
    /// <param name="path">The names below it; at least one.</param>
    /// <param name="value">The value as Elixir text.</param>
    internal static ImmutableArray<TextChange> PutInto(ExpressionSyntax container, ImmutableArray<string> path, string value)
    {
        if (ElixirPairs.Find(container, path[0]) is { } found)
        {
            return path.Length == 1 ? ElixirEdits.Replace(found, value) : PutInto(found, path[1..], value);
        }

        // Keywords without brackets can stand only for the last argument of a call.
        var isBare = container.Parent is CallSyntax call && call.Arguments[^1] == container;
        return container switch
        {
            KeywordListSyntax keywords => ElixirEdits.AddPair(keywords, Nest(path, value)),
            ListSyntax { Elements: [.., BinaryOperatorSyntax { OperatorToken.RawKind: (int)SyntaxKind.PipeOperator }] } =>
                default,
            ListSyntax { Elements.IsEmpty: true } empty when isBare && !ElixirLayout.HasCommentWithin(empty) =>
                ElixirEdits.Replace(container, Nest(path, value)),
            ListSyntax list => ElixirEdits.AddPair(list, Nest(path, value)),
            LiteralSyntax or StringLiteralSyntax or TupleSyntax when isBare => ElixirEdits.Replace(container, Nest(path, value)),
            LiteralSyntax or StringLiteralSyntax or TupleSyntax => ElixirEdits.Replace(container, $"[{Nest(path, value)}]"),
            _ => default,
        };
    }

    /// <summary>A key as it is written in a file: an alias, or an atom with its colon.</summary>
    public static string Written(string key) =>
        key.StartsWith(AtomValue.AliasPrefix, StringComparison.Ordinal) ? key[AtomValue.AliasPrefix.Length..] : ":" + key;

    private static ImmutableArray<TextChange> PutIntoCall(CallSyntax call, ImmutableArray<string> keys, string value)
    {
        if (call.Arguments.Length == 3)
        {
            return keys.Length > 1 && ElixirPairs.NameOf(call.Arguments[1]) == keys[0]
                ? PutInto(call.Arguments[2], keys[1..], value)
                : keys.Length == 1 && ElixirPairs.NameOf(call.Arguments[1]) == keys[0]
                    ? ElixirEdits.Replace(call.Arguments[2], value)
                    : default;
        }

        return ElixirPairs.Find(call.Arguments[1], keys[0]) is null ? default : PutInto(call.Arguments[1], keys, value);
    }

    private static IEnumerable<ImmutableArray<TextChange>> AddedStatements(
        ElixirSyntaxTree tree, List<CallSyntax> calls, string app, ImmutableArray<string> keys, string value)
    {
        var isParenthesized = calls.Count > 0 && calls.TrueForAll(call => call.HasParentheses);
        var statement = Statement(app, keys, value, isParenthesized);
        var ofKey = calls.FirstOrDefault(call => call.Arguments.Length == 3 && ElixirPairs.NameOf(call.Arguments[1]) == keys[0]);
        CallSyntax?[] related =
        [
            ofKey, calls.FirstOrDefault(), calls.FirstOrDefault(call => call.Parent?.Parent is CompilationUnitSyntax),
        ];
        foreach (var call in related.OfType<CallSyntax>().Distinct().Where(StatementEdits.IsStatement))
        {
            yield return StatementEdits.AddAfter(call, statement);
        }

        yield return StatementEdits.AddBeforeLastImports(tree, statement);
        yield return StatementEdits.AddAtEnd(tree, statement);
    }

    private static string Statement(string app, ImmutableArray<string> keys, string value, bool isParenthesized)
    {
        // A module's name is no key of a keyword list without brackets.
        var arguments = keys.Length > 1
            ? $":{app}, {Written(keys[0])}, {Nest(keys[1..], value)}"
            : $":{app}, {Written(keys[0])}, {value}";
        return isParenthesized ? $"config({arguments})" : $"config {arguments}";
    }

    private static bool IsConfigOf(CallSyntax call, string app) =>
        call is { LocalName: "config", DoBlock: null, Arguments.Length: 2 or 3 } && ElixirPairs.NameOf(call.Arguments[0]) == app;

    /// <summary><c>a: [b: value]</c></summary>
    private static string Nest(ImmutableArray<string> path, string value) =>
        path.Length == 1 ? $"{path[0]}: {value}" : $"{path[0]}: [{Nest(path[1..], value)}]";
}
