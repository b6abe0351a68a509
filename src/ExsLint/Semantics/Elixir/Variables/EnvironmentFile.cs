using System.Collections.Immutable;
using System.Text;

namespace ExsLint.Semantics.Elixir.Variables;

/// <summary>
/// Files of environment variables as systemd's <c>EnvironmentFile=</c> reads them (systemd.exec(5)): <c>NAME=VALUE</c> lines,
/// comments after <c>#</c> or <c>;</c> at a line's start, quotes, and a backslash that continues a line. An <c>export</c> before
/// a name, which files for shells have, is passed over. Variables in values are not expanded.
/// </summary>
public sealed class EnvironmentFile
{
    private const string Export = "export ";

    private readonly string _text;
    private int _offset;
    private int _line = 1;

    private EnvironmentFile(string text) => _text = text;

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">The 1-based line that cannot be read and why, or null. It holds no value.</param>
    /// <returns>Names and values in their order; a later one overrides an earlier one.</returns>
    public static ImmutableArray<KeyValuePair<string, string>> Parse(string text, out (int Line, string Message)? problem)
    {
        var file = new EnvironmentFile(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        var variables = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        problem = null;
        while (problem is null && file.SkipToAssignment())
        {
            problem = file.ReadAssignment(variables);
        }

        return problem is null ? variables.ToImmutable() : [];
    }

    /// <summary>Whether a text can be the name of a variable that a configuration reads.</summary>
    public static bool IsName(string name) => name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private bool SkipToAssignment()
    {
        while (_offset < _text.Length)
        {
            switch (_text[_offset])
            {
                case '\n' or ' ' or '\t':
                    Take();
                    break;
                case '#' or ';':
                    SkipLine();
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    private (int Line, string Message)? ReadAssignment(ImmutableArray<KeyValuePair<string, string>>.Builder variables)
    {
        var line = _line;
        if (_text.AsSpan(_offset).StartsWith(Export, StringComparison.Ordinal))
        {
            _offset += Export.Length;
        }

        var start = _offset;
        while (_offset < _text.Length && _text[_offset] is not ('=' or '\n'))
        {
            _offset++;
        }

        var name = _text[start.._offset].Trim();
        if (_offset == _text.Length || _text[_offset] == '\n')
        {
            return (line, "a line without '='; lines are NAME=VALUE");
        }

        if (!IsName(name))
        {
            return (line, "what stands before '=' is no name of a variable");
        }

        _offset++;
        if (ReadValue() is not { } value)
        {
            return (line, $"the quote in the value of {name} is not closed");
        }

        variables.Add(KeyValuePair.Create(name, value));
        return null;
    }

    /// <summary>The value up to its line's end; null if a quote in it is not closed.</summary>
    private string? ReadValue()
    {
        var value = new StringBuilder();
        var solid = 0;
        while (_offset < _text.Length && _text[_offset] is (' ' or '\t'))
        {
            _offset++;
        }

        while (_offset < _text.Length && _text[_offset] != '\n')
        {
            var character = Take();
            switch (character)
            {
                case '"' or '\'':
                    if (!ReadQuoted(character, value))
                    {
                        return null;
                    }

                    solid = value.Length;
                    break;
                case '\\' when _offset < _text.Length:
                    var escaped = Take();
                    value.Append(escaped == '\n' ? "" : escaped.ToString());
                    solid = value.Length;
                    break;
                default:
                    value.Append(character);
                    solid = character is ' ' or '\t' ? solid : value.Length;
                    break;
            }
        }

        // Blanks at the end belong to no value unless they were quoted.
        value.Length = solid;
        return value.ToString();
    }

    /// <summary>
    /// Reads up to the closing quote. Between double quotes a backslash escapes <c>"</c>, <c>\</c>, <c>`</c> and <c>$</c> only.
    /// </summary>
    private bool ReadQuoted(char quote, StringBuilder value)
    {
        while (_offset < _text.Length)
        {
            var character = Take();
            if (character == quote)
            {
                return true;
            }

            if (character == '\\'
                && quote == '"'
                && _offset < _text.Length
                && _text[_offset] is '"' or '\\' or '`' or '$' or '\n')
            {
                character = Take();
                value.Append(character == '\n' ? "" : character.ToString());
            }
            else
            {
                value.Append(character);
            }
        }

        return false;
    }

    private void SkipLine()
    {
        while (_offset < _text.Length && _text[_offset] != '\n')
        {
            // A comment can be continued too.
            if (Take() == '\\' && _offset < _text.Length)
            {
                Take();
            }
        }
    }

    private char Take()
    {
        var character = _text[_offset++];
        _line += character == '\n' ? 1 : 0;
        return character;
    }
}
