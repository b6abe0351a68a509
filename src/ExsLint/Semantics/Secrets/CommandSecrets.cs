using System.Buffers;
using System.Collections.Frozen;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Semantics.Secrets;

/// <summary>
/// Finds secrets behind the short options of well-known programs in a command line, where no name tells of them: <c>mysql
/// -px</c>, <c>curl -u user:x</c>, <c>redis-cli -a x</c>.
/// </summary>
internal static class CommandSecrets
{
    /// <summary>What may stand right before the name of a program: its folder, a quote, <c>$(</c>.</summary>
    private static readonly SearchValues<char> BeforeProgram = SearchValues.Create("/=$(`'\"");

    /// <summary>What ends a command in a shell.</summary>
    private static readonly string[] Separators = ["|", "||", "&", "&&", ";"];

    /// <summary>
    /// The options of each program that take a secret, from its manual page. An option with <c>=</c> behind it takes it only
    /// without a space: behind <c>mysql -p</c> stands the name of a database.
    /// </summary>
    private static readonly FrozenDictionary<string, string[]> Options = new Dictionary<string, string[]>
    {
        ["curl"] = ["-u", "-U", "--user", "--proxy-user"],
        ["wget"] = ["--user"],
        ["mysql"] = ["-p="],
        ["mysqldump"] = ["-p="],
        ["mysqladmin"] = ["-p="],
        ["mysqlimport"] = ["-p="],
        ["mariadb"] = ["-p="],
        ["mariadb-dump"] = ["-p="],
        ["mariadb-admin"] = ["-p="],
        ["redis-cli"] = ["-a"],
        ["valkey-cli"] = ["-a"],
        ["sshpass"] = ["-p"],
        ["mongo"] = ["-p"],
        ["mongosh"] = ["-p"],
        ["mongodump"] = ["-p"],
        ["mongorestore"] = ["-p"],
        ["ldapsearch"] = ["-w"],
        ["ldapadd"] = ["-w"],
        ["ldapmodify"] = ["-w"],
        ["ldapwhoami"] = ["-w"],
        ["rabbitmqadmin"] = ["-p"],
        ["mosquitto_pub"] = ["-P"],
        ["mosquitto_sub"] = ["-P"],
        ["sqlcmd"] = ["-P"],
        ["smbclient"] = ["-U"],
        ["lftp"] = ["-u"],
        ["zip"] = ["-P"],
        ["unzip"] = ["-P"],
        ["7z"] = ["-p="],
        ["openssl"] = ["-k", "-K", "-passin", "-passout", "-pass"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those of <c>docker login</c>; <c>-p</c> of <c>docker run</c> publishes a port.</summary>
    private static readonly string[] LoginOptions = ["-p"];

    /// <summary>Adds the secret arguments of a command line.</summary>
    public static void Find(string text, List<TextSpan> found)
    {
        if (!text.Contains(" -", StringComparison.Ordinal))
        {
            return;
        }

        string[]? options = null;
        var isValue = false;
        var isContainer = false;
        var offset = 0;
        while (NextWord(text, ref offset) is { Length: > 0 } span)
        {
            var word = text.AsSpan(span.Start, span.Length).Trim("\"'");
            if (isValue)
            {
                found.Add(span);
                isValue = false;
            }
            else if (options is not null && word.StartsWith('-'))
            {
                isValue = IsOption(options, word, out var glued);
                if (glued > 0 && glued < word.Length)
                {
                    found.Add(
                        TextSpan.FromBounds(
                            text.IndexOf(word.ToString(), span.Start, StringComparison.Ordinal) + glued, span.End));
                }
            }
            else
            {
                options = word is "login" && isContainer ? LoginOptions : OptionsOf(word) ?? (IsSeparator(word) ? null : options);
                isContainer = isContainer && !IsSeparator(word) || IsContainer(word);
            }
        }
    }

    /// <summary>Whether the next word is the secret; or the length of the option that a secret is glued to.</summary>
    private static bool IsOption(string[] options, ReadOnlySpan<char> word, out int glued)
    {
        glued = 0;
        foreach (var option in options)
        {
            var name = option.AsSpan().TrimEnd('=');
            if (word.SequenceEqual(name))
            {
                return name.Length == option.Length;
            }

            if (word.StartsWith(name) && (name.Length == "-p".Length || word[name.Length] == '='))
            {
                glued = name.Length + (word[name.Length] == '=' ? 1 : 0);
            }
        }

        return false;
    }

    /// <summary>
    /// The options of a program, whatever its folder, and whatever systemd reads before it (<c>-/usr/bin/curl</c>).
    /// </summary>
    private static string[]? OptionsOf(ReadOnlySpan<char> word)
    {
        var name = word[(word.LastIndexOfAny(BeforeProgram) + 1)..].TrimStart("@-:+!");
        return Options.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var options) ? options : null;
    }

    private static bool IsContainer(ReadOnlySpan<char> word) =>
        word[(word.LastIndexOfAny(BeforeProgram) + 1)..] is "docker" or "podman";

    private static bool IsSeparator(ReadOnlySpan<char> word)
    {
        if (word.EndsWith(";"))
        {
            return true;
        }

        foreach (var separator in Separators)
        {
            if (word.SequenceEqual(separator))
            {
                return true;
            }
        }

        return false;
    }

    private static TextSpan NextWord(string text, ref int offset)
    {
        while (offset < text.Length && char.IsWhiteSpace(text[offset]))
        {
            offset++;
        }

        var start = offset;
        while (offset < text.Length && !char.IsWhiteSpace(text[offset]))
        {
            offset++;
        }

        return TextSpan.FromBounds(start, offset);
    }
}
