using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// What a configuration may have changed of the files it reads. Functions of Elixir's and Erlang's own libraries that write are taken at their
/// word. A program that is run (<c>System.cmd</c>) may leave any file behind but is trusted not to rewrite the config files that are in the tree,
/// as code of dependencies is: else nothing would be known behind it.
/// </summary>
internal sealed class FileChanges
{
    private static readonly ImmutableHashSet<string> Writers =
    [
        "write", "write!", "open", "open!", "rm", "rm!", "rm_rf", "rm_rf!", "rmdir", "rmdir!", "mkdir", "mkdir!", "mkdir_p", "mkdir_p!", "cp", "cp!",
        "cp_r", "cp_r!", "copy", "copy!", "rename", "rename!", "touch", "touch!", "ln", "ln!", "ln_s", "ln_s!", "cd", "cd!",
        "write_file", "del_dir", "del_dir_r", "make_dir", "make_link", "make_symlink", "ensure_dir", "set_cwd",
    ];

    /// <summary>Names that many other modules have too.</summary>
    private static readonly ImmutableHashSet<string> CommonWriters = ["write", "open", "copy", "delete", "rename", "cd", "touch"];

    private static readonly ImmutableHashSet<string> Programs = ["cmd", "shell", "open_port", "eval_string", "eval_quoted", "stream!", "unzip", "extract"];

    private static readonly ImmutableHashSet<string> Modules = ["File", ":file", ":filelib", ":prim_file"];

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private bool _isAny;
    private bool _hasRun;

    /// <summary>Whether anything may have been written, so that what a folder holds is not known.</summary>
    public bool IsAny => _isAny || _hasRun || _written.Count > 0 || _replaced.Count > 0;

    /// <summary>A number that grows with every change.</summary>
    public int Extent => (_isAny ? 1 : 0) + (_hasRun ? 2 : 0) + (4 * (_written.Count + _replaced.Count));

    /// <summary>Whether the working directory may be another.</summary>
    public bool IsElsewhere => _isAny;

    /// <summary>A function of <c>File</c> that writes is called.</summary>
    /// <param name="root">The folder in which the configuration is read.</param>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    public void Add(string root, string function, ImmutableArray<AbstractValue> arguments)
    {
        var paths = function.TrimEnd('!') is "cp" or "cp_r" or "copy" or "rename" or "ln" or "ln_s" ? arguments[..2] : arguments[..1];
        foreach (var path in paths)
        {
            if (function.StartsWith("cd", StringComparison.Ordinal) || !TryAdd(root, path, function))
            {
                _isAny = true;
            }
        }
    }

    /// <summary>Part of an expression that is not looked into, which may write or run a program.</summary>
    /// <param name="part">The part.</param>
    /// <param name="scope">What aliases stand for there.</param>
    public void AddUnseen(SyntaxNode part, Scope scope)
    {
        if (part is MemberAccessSyntax { NameToken.Text: var name } member)
        {
            _isAny |= Writes(member, name, scope);
            _hasRun |= Runs(member, name);
        }
    }

    /// <summary>A function is called that is not followed, by a name that only evaluation found: <c>m = :file; m.write_file(..)</c>.</summary>
    /// <param name="module">The module as <see cref="FunctionReference"/> calls it.</param>
    /// <param name="function">The function's name.</param>
    public void AddCall(string module, string function)
    {
        _isAny |= (Modules.Contains(module) || Modules.Contains(":" + module)) && (Writers.Contains(function) || function == "delete");
        _hasRun |= Programs.Contains(function) || (module == "Port" && function == "open");
    }

    /// <summary>Whether part of a function writes, or runs a program.</summary>
    public static bool MayWrite(SyntaxNode part, Scope scope) =>
        part is MemberAccessSyntax { NameToken.Text: var name } member && (Runs(member, name) || Writes(member, name, scope));

    private static bool Runs(MemberAccessSyntax member, string name) =>
        Programs.Contains(name) || (name == "open" && member.Left is AliasSyntax { Name: "Port" })
        || (name is "run" or "rerun" && member.Left is QualifiedAliasSyntax { Name.Text: "Task" });

    /// <summary>Whether a module that writes or runs programs is given to somebody: <c>Task.async(File, :rm!, ["x"])</c>.</summary>
    public static bool IsGivenAway(SyntaxNode part) =>
        part is AliasSyntax { Name: "File" or "System" or "Port", Parent: not (MemberAccessSyntax or QualifiedAliasSyntax) }
            or LiteralSyntax { Token.Text: ":file" or ":os", Parent: not MemberAccessSyntax };

    /// <summary>Whether a function of this name sets or unsets environment variables, or may run code that does.</summary>
    public static bool SetsVariables(string function) =>
        function is "put_env" or "delete_env" or "putenv" or "unsetenv" or "set_env_var" or "unset_env_var" or "eval_string" or "eval_quoted" or "eval_file";

    private static bool Writes(MemberAccessSyntax member, string name, Scope scope) => member.Left switch
    {
        AliasSyntax alias => Writers.Contains(name) && scope.ExpandAlias(alias.Name) is null or { Name: "Elixir.File" },
        LiteralSyntax literal => Modules.Contains(literal.Token.Text) && (Writers.Contains(name) || name == "delete"),
        QualifiedAliasSyntax => false,
        _ => Writers.Contains(name) && !CommonWriters.Contains(name),
    };

    /// <summary>A function was called that is not followed, and that may have been given one that writes.</summary>
    public void AddAny() => _isAny = true;

    /// <summary>Whether a path of the tree may be, or hold, something else than the tree says.</summary>
    public bool MayConcern(string path) => _hasRun || MayReplace(path)
        || _written.Concat(_replaced).Any(written => written.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Whether a function that writes may have written a file of the tree.</summary>
    public bool MayReplace(string path) => _isAny || _written.Contains(path)
        || _replaced.Any(folder => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>
    /// Remembers a path; false where it is not known which it is. An absolute one may be that of any file of the tree with its last names.
    /// </summary>
    private bool TryAdd(string root, AbstractValue path, string function)
    {
        var isRecursive = function.TrimEnd('!') is "rm_rf" or "cp_r" or "rename" or "ln_s" or "rmdir";
        if (path is BinaryValue { ValidText: ['/', .. var rest] })
        {
            for (var start = 0; start >= 0 && !isRecursive; start = rest.IndexOf('/', start) is >= 0 and var slash ? slash + 1 : -1)
            {
                _written.Add(rest[start..]);
            }

            return !isRecursive && !TreePath.HasSteps(rest);
        }

        if (PathFunctions.PathOf(path, root) is not { Length: > 0 } inTree)
        {
            return false;
        }

        (isRecursive ? _replaced : _written).Add(inTree);
        return true;
    }
}
