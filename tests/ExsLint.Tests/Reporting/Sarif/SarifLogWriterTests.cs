using System.Collections;
using System.Reflection;
using System.Runtime.Serialization;
using ExsLint.Reporting.Sarif;
using Microsoft.CodeAnalysis.Sarif;
using Newtonsoft.Json.Linq;

namespace ExsLint.Tests.Reporting.Sarif;

/// <summary>The walker, held against the SDK's own serializer.</summary>
public sealed class SarifLogWriterTests
{
    [Fact]
    public void A_log_with_every_field_we_use_is_written_as_the_SDK_writes_it()
    {
        var log = SarifReport.Build(SarifSamples.Full(), SarifSamples.Options);
        Assert.Equal(Saved(log).ToString(), Written(log).ToString());
    }

    [Fact]
    public void Suppressions_and_the_baseline_are_written_as_the_SDK_writes_them()
    {
        var log = SarifReport.Build(SarifSamples.WithSuppressedAndBaselined(), SarifSamples.Options);
        Assert.Equal(Saved(log).ToString(), Written(log).ToString());
    }

    [Fact]
    public void A_log_without_findings_is_written_as_the_SDK_writes_it()
    {
        var log = SarifReport.Build(SarifSamples.Empty(), SarifSamples.Options with { Revision = null });
        Assert.Equal(Saved(log).ToString(), Written(log).ToString());
    }

    /// <summary>What the walker does not know it would leave out in silence.</summary>
    [Fact]
    public void Every_property_that_a_report_sets_is_written()
    {
        var log = SarifReport.Build(SarifSamples.WithSuppressedAndBaselined(), SarifSamples.Options);
        var written = new HashSet<string>(
            ((JObject)Written(log)).DescendantsAndSelf().OfType<JProperty>().Select(property => property.Name));
        var set = new SortedSet<string>(StringComparer.Ordinal);
        Collect(log, set);
        Assert.Empty(set.Except(written));
    }

    [Fact]
    public void Text_is_written_with_line_feeds_only_and_one_at_the_end()
    {
        var text = Text(SarifReport.Build(SarifSamples.Full(), SarifSamples.Options));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }


    /// <summary>
    /// Sorted, since the order of properties means nothing; with the levels that the SDK leaves out for being 'warning'. A result
    /// without a level has its rule's default, which need not be that: the walker always writes it.
    /// </summary>
    private static JToken Saved(SarifLog log)
    {
        using var stream = new MemoryStream();
        log.Save(stream);
        var saved = JObject.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF'));
        foreach (var rule in saved.SelectTokens("$..rules[*]").Cast<JObject>())
        {
            rule["defaultConfiguration"] ??= new JObject();
        }

        foreach (var place in saved.SelectTokens("$..results[*]")
            .Concat(saved.SelectTokens("$..toolExecutionNotifications[*]"))
            .Concat(saved.SelectTokens("$..defaultConfiguration"))
            .Cast<JObject>())
        {
            place["level"] ??= "warning";
        }

        return Sorted(saved);
    }

    private static JToken Written(SarifLog log) => Sorted(JObject.Parse(Text(log)));

    private static string Text(SarifLog log)
    {
        var output = new StringWriter();
        SarifLogWriter.Write(log, output);
        return output.ToString();
    }

    private static JToken Sorted(JToken token) => token switch
    {
        JObject value => new JObject(value.Properties()
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray values => new JArray(values.Select(Sorted)),
        _ => token,
    };

    private static void Collect(object node, SortedSet<string> names)
    {
        foreach (var property in node.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<DataMemberAttribute>() is not { Name: { } name }
                || IsAbsent(property, node, out var value))
            {
                continue;
            }

            names.Add(name);
            CollectValue(value, names);
        }
    }

    private static void CollectValue(object value, SortedSet<string> names)
    {
        if (value is IDictionary map)
        {
            foreach (var entry in map.Values)
            {
                CollectValue(entry, names);
            }
        }
        else if (value is IEnumerable values and not string)
        {
            foreach (var entry in values)
            {
                CollectValue(entry, names);
            }
        }
        else if (value is PropertyBagHolder holder)
        {
            Collect(holder, names);
        }
    }

    /// <summary>Whether a property holds what a new object of its type holds.</summary>
    private static bool IsAbsent(PropertyInfo property, object node, out object value)
    {
        value = property.GetValue(node)!;
        return value is null
            || value is ICollection { Count: 0 }
            || Equals(value, property.GetValue(Activator.CreateInstance(node.GetType())));
    }
}
