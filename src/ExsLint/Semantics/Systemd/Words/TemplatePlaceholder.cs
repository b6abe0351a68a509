namespace ExsLint.Semantics.Systemd.Words;

/// <summary>
/// What stands for a path in a unit that an installer fills in: <c>__INSTALL_DIR__</c>, <c>@prefix@</c>, <c>{{ home }}</c>,
/// <c>&lt;%= home %&gt;</c>. systemd would refuse it as it is, but never gets to read it.
/// </summary>
internal static class TemplatePlaceholder
{
    /// <summary>Whether a path starts with a placeholder.</summary>
    public static bool Starts(string path) =>
        path.StartsWith("{{", StringComparison.Ordinal)
        || path.StartsWith("<%", StringComparison.Ordinal)
        || IsEnclosed(path, "__")
        || IsEnclosed(path, "@");

    private static bool IsEnclosed(string path, string mark)
    {
        if (!path.StartsWith(mark, StringComparison.Ordinal))
        {
            return false;
        }

        var end = path.IndexOf(mark, mark.Length, StringComparison.Ordinal);
        return end > mark.Length && path[mark.Length..end].All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
    }
}
