namespace ExsLint.Rules.Settings;

/// <summary>
/// Tells text that something or someone fills in before Elixir reads it: <c>{{ secret }}</c> (Ansible), <c>${SECRET}</c>
/// (envsubst), <c>&lt;%= secret %&gt;</c> (EEx), <c>__SECRET__</c> (YunoHost), <c>@secret@</c> (Autoconf), <c>&lt;secret&gt;</c>.
/// </summary>
internal static class TemplateText
{
    /// <summary>Whether a text is to be filled in.</summary>
    public static bool Is(string text) =>
        text.StartsWith("{{", StringComparison.Ordinal)
        || text.StartsWith("${", StringComparison.Ordinal)
        || (text.StartsWith('<') && text.EndsWith('>'))
        || IsEnclosed(text, "__")
        || IsEnclosed(text, "@");

    private static bool IsEnclosed(string text, string mark) =>
        text.Length > 2 * mark.Length
        && text.StartsWith(mark, StringComparison.Ordinal)
        && text.EndsWith(mark, StringComparison.Ordinal);
}
