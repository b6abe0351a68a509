using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Semantics.Systemd.Commands;

/// <summary>Finds the file of the analysed tree that becomes a program on the system.</summary>
internal static class ScriptFiles
{
    // Start scripts are short; of a program that somebody compiled, the first bytes tell as much.
    private const int MaxLength = 64 * 1024;

    // As many of a path's last parts are looked for: '/srv/www/shop/current/bin/server' may be 'bin/server' of the tree.
    private const int MaxParts = 5;

    // Mix.Release copies what is below these into a release (Mix.Release, ':overlays').
    private const string Overlays = "rel/overlays/";

    /// <summary>
    /// The text of a program's file: at its own path, where the tree is an image of the system; else at the end of that path, in
    /// the tree's root, beside the unit, in a folder above it, or among what goes into a release. Null if there is none.
    /// </summary>
    public static string? Read(BoundUnit unit, string program)
    {
        if (unit.Files.Tree is not { } files || program.Length == 0 || program[^1] == '/')
        {
            return null;
        }

        return Candidates(unit.Files, program)
            .Where(files.FileExists)
            .Select(path => files.ReadStart(path, MaxLength))
            .FirstOrDefault(text => text is not null);
    }

    private static IEnumerable<string> Candidates(UnitFiles unit, string program)
    {
        var parts = program.Split('/').Where(part => part is not ("" or "." or "..")).ToArray();
        var isAbsolute = program[0] == '/';
        if (isAbsolute)
        {
            yield return string.Join('/', parts);
        }

        if (BeamPrograms.IsOfSystem(program) || (!isAbsolute && parts.Length == 1 && program == parts[0]))
        {
            yield break;
        }

        for (var start = Math.Max(isAbsolute ? 1 : 0, parts.Length - MaxParts); start < parts.Length; start++)
        {
            var end = string.Join('/', parts[start..]);
            foreach (var folder in unit.FoldersAbove())
            {
                yield return folder + end;
                yield return folder + Overlays + end;
            }
        }
    }
}
