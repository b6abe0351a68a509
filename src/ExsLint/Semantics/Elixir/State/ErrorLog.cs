using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using ExsLint.Text;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>What Elixir refuses in the files evaluated so far.</summary>
internal sealed class ErrorLog
{
    private readonly HashSet<(SourceFile File, int Start)> _places = [];
    private readonly List<ConfigError> _errors = [];

    /// <summary>The errors, in the order in which they were met.</summary>
    public IReadOnlyList<ConfigError> Errors => _errors;

    /// <summary>Adds what the compiler refuses.</summary>
    public void AddRefusal(ConfigError error)
    {
        _places.Add((error.Location.File, error.Location.Span.Start));
        _errors.Add(error);
    }

    /// <summary>Adds what a release refuses, once a place.</summary>
    public void AddOfRelease(ConfigError error)
    {
        if (_places.Add((error.Location.File, error.Location.Span.Start)))
        {
            _errors.Add(error);
        }
    }

    /// <summary>Adds what fails when it is run, unless it does not compile: that is not reported twice.</summary>
    public void Add(ConfigErrorKind kind, string argument, SyntaxNode node, bool isConditional)
    {
        if (_places.Add((node.Location.File, node.Location.Span.Start)))
        {
            _errors.Add(new ConfigError(kind, argument, node.Location)
            {
                Node = node,
                IsConditional = isConditional,

                // It raises only where nothing but a release reads the file.
                IsReleased = kind == ConfigErrorKind.MissingInRelease,
            });
        }
    }
}
