using System.Globalization;
using System.Text.Json;
using ExsLint.Reporting.Json;
using Microsoft.CodeAnalysis.Sarif;

namespace ExsLint.Reporting.Sarif;

/// <summary>Writes the properties of SARIF objects; what is absent is left out.</summary>
internal sealed class SarifJson(IndentedJson output)
{
    /// <summary>The writer of what has no method here.</summary>
    public Utf8JsonWriter Writer => output.Writer;

    /// <summary>Starts an object.</summary>
    public void Start() => Writer.WriteStartObject();

    /// <summary>Ends an object.</summary>
    public void End() => Writer.WriteEndObject();

    /// <summary>Writes a text, if there is one.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Writer.WriteString(name, value);
        }
    }

    /// <summary>Writes an address as it was given, if there is one.</summary>
    public void Uri(string name, Uri? value) => Text(name, value?.OriginalString);

    /// <summary>Writes a number unless it is the one that stands for absence.</summary>
    public void Number(string name, int value, int absent)
    {
        if (value != absent)
        {
            Writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes an object, if there is one.</summary>
    public void Object<T>(string name, T? value, Action<T> write)
        where T : class
    {
        if (value is not null)
        {
            Writer.WritePropertyName(name);
            write(value);
        }
    }

    /// <summary>Writes a list, if there is one.</summary>
    public void Array<T>(string name, IList<T>? values, Action<T> write)
    {
        if (values is null)
        {
            return;
        }

        Writer.WritePropertyName(name);
        Writer.WriteStartArray();
        foreach (var value in values)
        {
            write(value);
            output.FlushIfLarge();
        }

        Writer.WriteEndArray();
    }

    /// <summary>Writes an object of names and values, if there is one.</summary>
    public void Map<T>(string name, IDictionary<string, T>? values, Action<T> write)
    {
        if (values is null)
        {
            return;
        }

        Writer.WritePropertyName(name);
        Writer.WriteStartObject();
        foreach (var (key, value) in values)
        {
            Writer.WritePropertyName(key);
            write(value);
        }

        Writer.WriteEndObject();
    }

    /// <summary>Writes the level of a result or notification.</summary>
    public void Level(FailureLevel level) => Text("level", level.ToString().ToLower(CultureInfo.InvariantCulture));
}
