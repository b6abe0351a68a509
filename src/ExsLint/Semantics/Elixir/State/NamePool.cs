using System.Text;
using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Names;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>Keeps each name once: a file repeats a few names many times, and every value holds some.</summary>
internal sealed class NamePool
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, string> _modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _atoms = new(StringComparer.Ordinal);

    /// <summary>A module that is an atom, as <see cref="FunctionReference"/> calls it.</summary>
    public string GetModule(string atom)
    {
        if (!_modules.TryGetValue(atom, out var module))
        {
            _modules.Add(atom, module = FunctionReference.ModuleName(atom));
        }

        return module;
    }

    /// <summary>The atom of a module that <see cref="FunctionReference"/> calls so.</summary>
    public string GetAtom(string module)
    {
        if (!_atoms.TryGetValue(module, out var atom))
        {
            _atoms.Add(module, atom = module.StartsWith(':') ? module[1..] : AtomValue.AliasPrefix + module);
        }

        return atom;
    }

    /// <summary>The name that is written so, without quotes: as Elixir knows it, in normal form C.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (_lookup.TryGetValue(text, out var name))
        {
            return name;
        }

        name = text.ToString();
        if (!Ascii.IsValid(name))
        {
            return NameText.Normalize(name);
        }

        _names.Add(name);
        return name;
    }
}
