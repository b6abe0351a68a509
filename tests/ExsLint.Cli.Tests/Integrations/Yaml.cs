using ExsLint.Semantics.Elixir.Values;
using YamlDotNet.RepresentationModel;

namespace ExsLint.Cli.Tests.Integrations;

/// <summary>Looks into YAML files.</summary>
internal static class Yaml
{
    /// <summary>The root of a text with one document.</summary>
    public static YamlNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return Assert.Single(stream.Documents).RootNode;
    }

    /// <summary>The keys of a mapping, in their order.</summary>
    public static IEnumerable<string> Keys(this YamlNode mapping) => ((YamlMappingNode)mapping).Children.Keys.Select(Text);

    /// <summary>The value of a key; null if there is none.</summary>
    public static YamlNode? Find(this YamlNode mapping, string key) =>
        ((YamlMappingNode)mapping).Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    /// <summary>The entries of a sequence.</summary>
    public static IEnumerable<YamlNode> Entries(this YamlNode sequence) => (YamlSequenceNode)sequence;

    /// <summary>The text of a scalar.</summary>
    public static string Text(this YamlNode scalar) => Assert.IsType<YamlScalarNode>(scalar).Value!;
}
