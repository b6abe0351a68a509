using System.Diagnostics;
using CsCheck;
using ExsLint.Cli.Files;
using ExsLint.Tests.TestSupport;

namespace ExsLint.Oracles.Git;

/// <summary>What we leave out, held against <c>git check-ignore</c>.</summary>
public sealed class GitIgnoreOracle
{
    private static readonly string[] Names =
        ["a", "b", "config", "prod.exs", "prod.secret.exs", ".env", "a b", "x#y", "!n", "é", "[z]"];

    // Without 'a**' before a slash: there git forgets the 'a' before it looks at the asterisks, and 'a**/b' ignores 'ab'.
    private static readonly Gen<string> Segment = Gen.OneOf(
        "a", "b", "config", "*", "*.exs", "*.secret.exs", "prod.*", "**", "?", "[ab]", "[!a]", "[a-c]onfig", ".env", "a b",
        "\\#x", "x#y", "\\!n",
        "é", "*o*", "\\[z\\]", "pr*d.e?s", "**a", "[[:alpha:]]", "[]a]", "[a-]", "*a*b*", "\\a");

    private static readonly Gen<string> Pattern =
        from segments in Segment.Array[1, 3]
        from prefix in Gen.OneOf("", "", "", "!", "/", "!/")
        from suffix in Gen.OneOf("", "", "", "/", " ", "\\ ", "  ", "\t")
        select prefix + string.Join('/', segments) + suffix;

    private static readonly Gen<string> IgnoreFile =
        from lines in Gen.OneOf(
            Pattern, Pattern, Pattern, Gen.OneOf("", "# comment", "#", "/", "!", "\\", "[", "a[", "a**", "b/a**")).Array[1, 4]
        from end in Gen.OneOf("\n", "\r\n")
        select string.Join(end, lines) + end;

    private static readonly Gen<string> SomePath =
        from names in Gen.OneOf(Names).Array[1, 4]
        select string.Join('/', names);

    [OracleFact("git")]
    public void Any_patterns_ignore_what_git_ignores()
    {
        var folder = Directory.CreateTempSubdirectory("exslint-git-").FullName;
        try
        {
            Run(folder, "", "init", "-q", ".");
            Directory.CreateDirectory(Path.Combine(folder, "config"));
            Gen.Select(IgnoreFile, IgnoreFile, SomePath.Array[20]).SamplePinned(
                sample => Assert.Equal(ByGit(folder, sample.Item1, sample.Item2, sample.Item3), ByUs(folder, sample.Item3)),
                count: 1_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] ByGit(string folder, string rootFile, string nestedFile, string[] paths)
    {
        File.WriteAllText(Path.Combine(folder, ".gitignore"), rootFile);
        File.WriteAllText(Path.Combine(folder, "config", ".gitignore"), nestedFile);
        var output = Run(folder, string.Join('\0', paths) + '\0', "check-ignore", "--no-index", "-z", "--stdin");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string[] ByUs(string folder, string[] paths)
    {
        var ignore = new GitIgnore(folder, _ => true);
        return [.. paths.Where(path => ignore.IsIgnored(path, isFolder: path == "config")).Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static string Run(string folder, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
