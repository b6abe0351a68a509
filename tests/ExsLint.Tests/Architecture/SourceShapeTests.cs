using System.Text.RegularExpressions;
using Xunit;

namespace ExsLint.Tests.Architecture;

/// <summary>The shape of the sources: short files, and classes that are whole.</summary>
public sealed partial class SourceShapeTests
{
    /// <summary>Longer files hold more than one thing.</summary>
    private const int MaxLines = 320;

    /// <summary>What says in a file's name that a program wrote it.</summary>
    private const string Generated = ".g.cs";

    [Fact]
    public void No_file_has_more_than_320_lines() => Assert.Empty(
        from file in Sources()
        let lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1
        where lines > MaxLines
        select $"{file.Path}: {lines} lines");

    /// <summary>
    /// A class in several files is several classes without an interface between them. Source generators demand <c>partial</c> of
    /// a class that is in one.
    /// </summary>
    [Fact]
    public void No_class_is_spread_over_several_files() => Assert.Empty(SpreadClasses(Sources()));

    [Fact]
    public void A_class_that_is_spread_is_found()
    {
        (string, string)[] files =
        [
            ("a.cs", "namespace A;\npublic sealed partial class Whole { }"),
            ("b.cs", "namespace A;\ninternal partial record struct Spread { }"),
            ("c.cs", "namespace A;\ninternal partial record struct Spread { }"),
            ("d.cs", "namespace B;\ninternal static partial class Whole { }"),
        ];
        Assert.Equal(["A.Spread"], SpreadClasses(files));
    }

    /// <summary>The layers before <c>Frameworks</c> are told what they need of one; examples in comments may name it.</summary>
    [Theory]
    [InlineData("Text")]
    [InlineData("Syntax")]
    [InlineData("Semantics")]
    [InlineData("Workspace")]
    [InlineData("Edits")]
    public void No_framework_is_named_below_Frameworks(string layer) => Assert.Empty(
        from file in Sources()
        where file.Path.StartsWith($"src/ExsLint/{layer}/", StringComparison.Ordinal)
        from line in file.Text.Split('\n')
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Framework().IsMatch(line)
        select $"{file.Path}: {line}");

    private static IEnumerable<string> SpreadClasses(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from type in Partial().Matches(file.Text).Select(match => match.Groups[1].Value).Distinct()
        group file.Path by $"{Namespace().Match(file.Text).Groups[1].Value}.{type}" into spread
        where spread.Count() > 1
        select spread.Key;

    private static IEnumerable<(string Path, string Text)> Sources() =>
        from project in new[] { "src/ExsLint", "src/ExsLint.Cli" }
        from file in SourceTree.Read(project, project[4..]).Files
        where !file.Path.EndsWith(Generated, StringComparison.Ordinal)
        let path = $"{project}/{file.Path}"
        select (path, SourceTree.ReadText(path));

    [GeneratedRegex(
        @"^[^/\n]*\bpartial\s+(?:class|struct|interface|record(?:\s+(?:class|struct))?)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Partial();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("akkoma|pleroma", RegexOptions.IgnoreCase)]
    private static partial Regex Framework();
}
