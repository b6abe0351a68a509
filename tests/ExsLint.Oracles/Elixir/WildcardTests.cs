using System.Globalization;
using System.Text;
using ExsLint.Semantics;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Tests.TestSupport;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>What a pattern matches in a tree is what <c>Path.wildcard/2</c> finds there, in the same order.</summary>
[Trait("Category", "FreshSeed")]
public sealed class WildcardTests
{
    private const int PinnedSeed = 19;
    private const int Trees = 24;
    private const int PatternsOfEach = 250;

    private static readonly string[] Names =
        ["a", "b", "ab", "a-b", "a.exs", "b.exs", "config.exs", ".a", ".b.exs", "[a]", "{b}", "a,b", "\u00e9.exs", "a\U0001F600",
            "\uFB01", "x@y", "a]"];

    private static readonly string[] Pieces =
        ["a", "b", "*", "?", "**", ".exs", ".", "[ab]", "[a-c]", "[]a]", "[c-a]", "[-a]", "[a", "{a,b}", "{a,b}.exs", "{,a}",
            "{.b,a}", "\\[", "\\{", "\\*", "a\\", "\u00e9", "{b", "[\u00e0-\u00ff]", "@", ",", "}", "]"];

    [OracleFact("elixir", IsLong = true)]
    public void What_a_pattern_matches_is_what_Elixir_finds()
    {
        var random = new Random(FreshSeed.Or(PinnedSeed));
        using var folder = new TemporaryFolder();
        var script = new StringBuilder("""
            check = fn number, root, pattern, dot, expected ->
              File.cd!(root)
              actual = try do Path.wildcard(pattern, match_dot: dot) rescue error -> error end
              if actual != expected, do: IO.inspect({number, pattern, dot, actual, expected}, label: "DIFFERS", limit: :infinity, width: 400)
            end

            """);
        var known = 0;
        for (var i = 0; i < Trees; i++)
        {
            var root = folder.PathOf($"{i}");
            Grow(random, root, depth: 0);
            var files = new LinkedFolder(root);
            for (var n = 0; n < PatternsOfEach; n++)
            {
                var pattern = Pattern(random);
                var matchDot = random.Next(4) == 0;
                if (pattern.Length > 0 && pattern[0] != '/' && TreeGlob.Expand(files, "", pattern, matchDot) is { } paths)
                {
                    known++;
                    script.Append(
                        CultureInfo.InvariantCulture,
                        $"check.({i}, {ElixirTerm.Text(root)}, {ElixirTerm.Text(pattern)}, {(matchDot ? "true" : "false")}, "
                            + $"[{string.Join(", ", paths.Select(ElixirTerm.Text))}])\n");
                }
            }
        }

        script.Append("IO.puts(\"DONE\")\n");
        folder.Write("check.exs", script.ToString());
        var output = Oracle.Run(ElixirProgram.Path, ["--erl", "+fnu", folder.PathOf("check.exs")]).Output;
        var differences = output.Split('\n').Where(line => line.StartsWith("DIFFERS", StringComparison.Ordinal)).Take(10)
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Contains("DONE", output, StringComparison.Ordinal);
        Assert.True(known > Trees * PatternsOfEach / 2, $"only {known} patterns are known");
    }

    private static void Grow(Random random, string folder, int depth)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in random.GetItems(Names, 7).Distinct())
        {
            var path = Path.Combine(folder, name);
            switch (random.Next(depth < 3 ? 20 : 10))
            {
                case < 10:
                    File.WriteAllText(path, "");
                    break;
                case < 19:
                    Grow(random, path, depth + 1);
                    break;
                default:
                    File.CreateSymbolicLink(path, random.Next(2) == 0 ? "." : "gone");
                    break;
            }
        }
    }

    private static string Pattern(Random random) => string.Join(
        random.Next(12) == 0 ? "//" : "/",
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(5) == 0 ? random.GetItems(Names, 1)[0]
            : random.Next(6) == 0 ? "**"
            : string.Concat(random.GetItems(Pieces, random.Next(1, 4)))));

    /// <summary>A folder in which links are not followed.</summary>
    private sealed class LinkedFolder(string root) : IProjectFiles
    {
        public bool FileExists(string path) =>
            Names(TreePath.FolderOf(path), info => info is FileInfo { LinkTarget: null }).Contains(TreePath.NameOf(path));

        public SourceFile? Read(string path) => null;

        public IReadOnlyList<string> ListFiles(string folder) => Names(folder, info => info is FileInfo { LinkTarget: null });

        public IReadOnlyList<string> ListFolders(string folder) =>
            Names(folder, info => info is DirectoryInfo { LinkTarget: null });

        public IReadOnlyList<string> ListOthers(string folder) => Names(folder, info => info.LinkTarget is not null);

        public bool IsIgnored(string path) => false;

        private string[] Names(string folder, Func<FileSystemInfo, bool> isWanted)
        {
            var place = new DirectoryInfo(Path.Combine(root, folder));
            return place.Exists
                ? [.. place.EnumerateFileSystemInfos().Where(isWanted).Select(info => info.Name).Order(StringComparer.Ordinal)]
                : [];
        }
    }
}
