namespace ExsLint.Semantics.Systemd.Units;

/// <summary>The system that units are installed on; the drop-ins in its folders apply to them.</summary>
/// <param name="Files">
/// The tree below the system's root; null if the analysed tree is that tree. The paths of what it reads begin with a slash, as on
/// the system, so that none is mistaken for a file of the analysed tree.
/// </param>
public sealed record UnitHost(IProjectFiles? Files)
{
    /// <summary>The system that is the analysed tree itself.</summary>
    public static readonly UnitHost AnalyzedTree = new((IProjectFiles?)null);

    /// <summary>Whether a path is one of a system that lies outside of the analysed tree: nothing there is ever edited.</summary>
    public static bool Owns(string path) => path.StartsWith('/');
}
