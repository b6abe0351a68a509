using System.Collections.Immutable;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>Sets a setting in a config file: in the call that is there, or in a new one.</summary>
public static class ConfigEdits
{
    /// <summary>The last unconditional <c>config app, key, …</c> of a file, else null.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="app">The application: <c>pleroma</c>.</param>
    /// <param name="key">The key as written: <c>:http_security</c>, <c>Pleroma.Upload</c>; null for any.</param>
    public static CallSyntax? FindCall(ElixirSyntaxTree tree, string app, string? key) =>
        tree.Root.Body.Expressions.OfType<CallSyntax>().LastOrDefault(call =>
            call is { LocalName: "config", DoBlock: null, Arguments.Length: 2 or 3 }
            && call.Arguments[0].ToString() == ":" + app
            && (key is null || (call.Arguments.Length == 3 && call.Arguments[1].ToString() == key)));

    /// <summary>Sets a value below a key.</summary>
    /// <param name="tree">The file to change.</param>
    /// <param name="app">The application.</param>
    /// <param name="key">The key as written.</param>
    /// <param name="path">The names below the key; at least one.</param>
    /// <param name="value">The value as Elixir text.</param>
    public static ImmutableArray<TextChange> Put(
        ElixirSyntaxTree tree, string app, string key, ImmutableArray<string> path, string value)
    {
        if (FindCall(tree, app, key) is { } call)
        {
            return PutInto(call.Arguments[2], path, value);
        }

        var statement = $"config :{app}, {key}, {Nest(path, value)}";
        return FindCall(tree, app, key: null) is { } related && EndsItsLine(related)
            ? ElixirEdits.AddAfter(related, statement)
            : ElixirEdits.AddAtEnd(tree.File, statement);
    }

    private static ImmutableArray<TextChange> PutInto(SyntaxNode container, ImmutableArray<string> path, string value)
    {
        if (FindPair(container, path[0]) is { } pair)
        {
            return path.Length == 1
                ? ElixirEdits.Replace(pair.Value, value)
                : PutInto(pair.Value, path[1..], value);
        }

        return container switch
        {
            KeywordListSyntax keywords => ElixirEdits.AddPair(keywords, Nest(path, value)),
            ListSyntax list => ElixirEdits.AddPair(list, Nest(path, value)),
            _ when container.Parent is CallSyntax => ElixirEdits.Replace(container, Nest(path, value)),
            _ => ElixirEdits.Replace(container, $"[{Nest(path, value)}]"),
        };
    }

    /// <summary>Whether nothing follows a statement on its line, so that another one can stand on the next.</summary>
    private static bool EndsItsLine(CallSyntax call) =>
        (SyntaxKind)call.Tree.GetToken(call.LastTokenIndex + 1).RawKind is SyntaxKind.EndOfLine or SyntaxKind.EndOfFile;

    private static KeywordPairSyntax? FindPair(SyntaxNode container, string key) => (container switch
    {
        KeywordListSyntax keywords => keywords.Pairs,
        ListSyntax list => list.Elements.OfType<KeywordPairSyntax>(),
        _ => [],
    }).FirstOrDefault(pair => pair.KeyName == key);

    /// <summary><c>a: [b: value]</c></summary>
    private static string Nest(ImmutableArray<string> path, string value) =>
        path.Length == 1 ? $"{path[0]}: {value}" : $"{path[0]}: [{Nest(path[1..], value)}]";
}
