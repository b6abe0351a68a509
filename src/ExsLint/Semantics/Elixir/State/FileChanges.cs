using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// What a configuration may have changed of the files it reads. A program that is run (<c>System.cmd</c>) may leave any file
/// behind but is trusted not to rewrite the config files that are in the tree: else nothing would be known behind it.
/// </summary>
internal sealed class FileChanges
{
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
        var paths = function.TrimEnd('!') is "cp" or "cp_r" or "copy" or "rename" or "ln" or "ln_s"
            ? arguments[..2]
            : arguments[..1];
        foreach (var path in paths)
        {
            if (function.StartsWith("cd", StringComparison.Ordinal) || !TryAdd(root, path, function))
            {
                _isAny = true;
            }
        }
    }

    /// <summary>A function was called that is not followed, and that may have been given one that writes.</summary>
    public void AddAny() => _isAny = true;

    /// <summary>A program was run.</summary>
    public void AddProgram() => _hasRun = true;

    /// <summary>Whether a path of the tree may be, or hold, something else than the tree says.</summary>
    public bool MayConcern(string path) => _hasRun || MayReplace(path)
        || _written.Concat(_replaced).Any(written => written.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>Whether a function that writes may have written a file of the tree.</summary>
    public bool MayReplace(string path) => _isAny || _written.Contains(path)
        || _replaced.Any(folder => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>
    /// Remembers a path; false where it is not known which it is. An absolute one may be that of any file of the tree with its
    /// last names.
    /// </summary>
    private bool TryAdd(string root, AbstractValue path, string function)
    {
        var isRecursive = function.TrimEnd('!') is "rm_rf" or "cp_r" or "rename" or "ln_s" or "rmdir";
        if (path is BinaryValue { ValidText: ['/', .. var rest] })
        {
            for (var start = 0; start >= 0 && !isRecursive; start = rest.IndexOf('/', start) is >= 0 and var slash
                ? slash + 1
                : -1)
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
