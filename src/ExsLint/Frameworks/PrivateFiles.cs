using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Frameworks;

/// <summary>Tells the files in which a secret may be written from those that others get to see.</summary>
public static class PrivateFiles
{
    /// <summary>
    /// Whether the file that a value is written in stays on its machine. A <c>*.secret.exs</c> and a release's own config file
    /// do, unless git tracks them; any other file does if git ignores it and does not track it.
    /// </summary>
    /// <param name="model">The configuration.</param>
    /// <param name="value">A value of it.</param>
    public static bool Hold(ConfigModel model, AbstractValue value)
    {
        if (model.FileOf(value) is not { } file)
        {
            return false;
        }

        var files = model.Trees.Files;
        var isOfInstance = file.IsSecret || (file.Role == ConfigFileRole.Release && model.Project.IsReadByProvider);
        return files.IsTracked(file.Path) != true && (isOfInstance || files.IsIgnored(file.Path));
    }
}
