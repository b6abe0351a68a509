using System.Globalization;
using ExsLint.Cli.Files.Writing;
using ExsLint.KillLoop;

// ExsLint.KillLoop FOLDER KILLS SEED atomic|in-place: kills a process that writes a file again and again, and counts what that
// leaves.
var folder = args[0];
var kills = int.Parse(args[1], CultureInfo.InvariantCulture);
var random = new Random(int.Parse(args[2], CultureInfo.InvariantCulture));
var path = Path.Combine(folder, "prod.exs");
var versions = new byte[16][];
for (var i = 0; i < versions.Length; i++)
{
    versions[i] = [.. Enumerable.Repeat((byte)('a' + i), 16 * 1024 + i)];
}

var replacer = new FileReplacer(folder);
Action<int> write = args[3] == "in-place"
    ? version => File.WriteAllBytes(path, versions[version])
    : version => replacer.Replace("prod.exs", versions[(version + versions.Length - 1) % versions.Length], versions[version]);

File.WriteAllBytes(path, versions[0]);
var current = 0;
for (var i = 1; i < 2 * versions.Length; i++)
{
    // Everything is compiled before the first child.
    current = i % versions.Length;
    write(current);
}

var (changed, left, damaged, stray) = (0, 0, 0, 0);
for (var i = 0; i < kills; i++)
{
    Child.KillAfter(random.Next(2_500), first: current + 1, version => write(version % versions.Length));
    var content = File.ReadAllBytes(path);
    var found = Array.FindIndex(versions, version => version.AsSpan().SequenceEqual(content));
    damaged += found < 0 ? 1 : 0;
    changed += found == current ? 0 : 1;
    foreach (var name in Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!)
        .Where(name => name != "prod.exs"))
    {
        left += name == $".prod.exs{TemporaryFile.Suffix}" ? 1 : 0;
        stray += name == $".prod.exs{TemporaryFile.Suffix}" ? 0 : 1;
    }

    current = Math.Max(found, 0);
    if (found < 0)
    {
        File.WriteAllBytes(path, versions[current]);
    }
}

write((current + 1) % versions.Length);
var end = Directory.GetFileSystemEntries(folder).Length;
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture, $"kills={kills} changed={changed} left={left} damaged={damaged} stray={stray} end={end}"));
