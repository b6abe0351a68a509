using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ExsLint.Tests.TestSupport;

/// <summary>
/// Compares a text with the one on record, in the file conventions of Verify: <c>Class.Test.verified.ext</c> beside the test, and
/// <c>Class.Test.received.ext</c> where they differ. A missing record fails. <c>SNAPSHOT_ACCEPT=1</c> puts the received text on
/// record, but never on CI.
/// </summary>
internal static class Verifier
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static bool IsAccepting =>
        Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    /// <summary>Fails unless the text is the one on record, byte for byte.</summary>
    /// <param name="received">The text.</param>
    /// <param name="extension">The record's extension, without a dot.</param>
    /// <param name="test">The test's name.</param>
    /// <param name="source">The test's file.</param>
    public static void Match(
        string received,
        string extension = "txt",
        [CallerMemberName] string test = "",
        [CallerFilePath] string source = "") => Match(received, extension, test, source, IsAccepting);

    /// <summary>Fails unless the text is the one on record, or puts it there.</summary>
    internal static void Match(string received, string extension, string test, string source, bool accept)
    {
        var name = Path.Combine(Path.GetDirectoryName(source)!, $"{Path.GetFileNameWithoutExtension(source)}.{test}");
        var verifiedPath = $"{name}.verified.{extension}";
        var receivedPath = $"{name}.received.{extension}";
        var verified = File.Exists(verifiedPath) ? Utf8.GetString(File.ReadAllBytes(verifiedPath)) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        if (accept)
        {
            File.WriteAllText(verifiedPath, received, Utf8);
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received, Utf8);
        Assert.Fail(verified is null
            ? $"There is no {verifiedPath}. Received:\n{received}"
            : $"{verifiedPath} differs (- on record, + received):\n{Difference(verified, received)}");
    }

    private static string Difference(string verified, string received)
    {
        var difference = new StringBuilder();
        foreach (var line in InlineDiffBuilder.Diff(verified, received).Lines.Where(line => line.Type != ChangeType.Unchanged))
        {
            difference.Append(line.Type == ChangeType.Deleted ? "- " : "+ ").Append(line.Text).Append('\n');
        }

        return difference.Length > 0 ? difference.ToString() : "(only line ends or the byte order mark differ)";
    }
}
