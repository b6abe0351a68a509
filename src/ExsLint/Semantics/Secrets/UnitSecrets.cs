using ExsLint.Syntax.Systemd.Language;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds the secrets of a unit file: what follows a secret's name on a line and on those that continue it, whatever comments
/// stand between them. <c>Environment=DB_PASSWORD=x</c>, <c>ExecStart=/bin/x --password x</c>, <c>--erl "-setcookie x"</c>.
/// </summary>
internal static class UnitSecrets
{
    /// <summary>Settings whose values name secrets, or the places of secrets: <c>LoadCredential=db:/etc/db</c>.</summary>
    private static readonly string[] Naming =
        ["LoadCredential", "LoadCredentialEncrypted", "ImportCredential", "PassEnvironment", "UnsetEnvironment",
            "EnvironmentFile", "KeyringMode"];

    /// <summary>Adds the secrets.</summary>
    public static void Find(string content, List<TextSpan> masks)
    {
        var comments = new List<TextSpan>();
        var joined = new JoinedText(content);
        for (var offset = 0; offset < content.Length;)
        {
            var line = UnitLine.Read(content, offset);
            offset = line.Next;
            if (line.IsComment(content))
            {
                comments.Add(TextSpan.FromBounds(line.Start, line.End));
                continue;
            }

            var isContinued = line.IsContinued(content);
            joined.Add(line.Start, isContinued ? line.End - 1 : line.End);
            if (isContinued)
            {
                joined.AddText(" ");
                continue;
            }

            FindIn(joined, masks);
            joined.Clear();
        }

        FindIn(joined, masks);
        LineSecrets.FindInComments(content, comments, masks);
    }

    private static void FindIn(JoinedText joined, List<TextSpan> masks)
    {
        if (joined.IsEmpty)
        {
            return;
        }

        var text = joined.ToString();
        var found = new List<TextSpan>();
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (Naming.Contains(text[..Math.Max(0, equals)].Trim()))
        {
            // Spaces, so that offsets stay.
            SecretText.Find(new string(' ', equals + 1) + text[(equals + 1)..], found);
        }
        else
        {
            LineSecrets.FindInLine(text, 0, text.Length, found);
            SecretText.Find(text, found);
        }

        joined.AddTo(found, masks);
    }
}
