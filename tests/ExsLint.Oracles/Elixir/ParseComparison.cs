using System.Collections.Concurrent;
using System.Text;
using ExsLint.Syntax.Elixir;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Quoted;
using ExsLint.Text;

namespace ExsLint.Oracles.Elixir;

/// <summary>
/// Compares what ExsLint, in Elixir's dialect, and Elixir make of many small sources, with an Elixir process for each of two
/// cores.
/// </summary>
public sealed class ParseComparison : IDisposable
{
    private const int SourcesPerTurn = 2_048;

    // A guard against what all but hangs: an honest parse of a kilobyte takes well below a millisecond.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ElixirOracle[] _oracles = [new(), new()];

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        foreach (var oracle in _oracles)
        {
            oracle.Dispose();
        }
    }

    /// <summary>Where they differ without a purpose, in the order of the sources, and how many sources Elixir accepts.</summary>
    internal ComparisonResult Compare(IReadOnlyList<string> sources)
    {
        var turns = new ConcurrentQueue<int>(Enumerable.Range(0, (sources.Count + SourcesPerTurn - 1) / SourcesPerTurn));
        var differences = new ConcurrentBag<(int Index, ParseDifference Difference)>();
        var accepted = 0;
        var workers = _oracles.Select(oracle => Task.Run(() =>
        {
            while (turns.TryDequeue(out var turn))
            {
                var first = turn * SourcesPerTurn;
                var some = sources.Skip(first).Take(SourcesPerTurn).ToList();
                var bytes = some.Select(Encoding.UTF8.GetBytes).ToList();
                var answers = oracle.QuoteAll(bytes);
                Interlocked.Add(ref accepted, answers.Count(answer => answer.Quoted is not null));
                for (var i = 0; i < some.Count; i++)
                {
                    if (Difference(some[i], answers[i]) is { } difference && !DeliberateDifferences.IsDifference(bytes[i]))
                    {
                        differences.Add((first + i, difference));
                    }
                }
            }
        }));
        Task.WaitAll([.. workers]);
        return new ComparisonResult([.. differences.OrderBy(found => found.Index).Select(found => found.Difference)], accepted);
    }

    private static ParseDifference? Difference(string source, QuotedAnswer answer)
    {
        var file = SourceFile.FromString("source.exs", source);
        var start = TimeProvider.System.GetTimestamp();
        ElixirSyntaxTree tree;
        try
        {
            tree = ElixirParser.Parse(file, ElixirProgram.Dialect);
        }
#pragma warning disable CA1031 // Any exception at all is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new ParseDifference(source, DifferenceKind.Crash, "", exception.ToString());
        }

        var time = TimeProvider.System.GetElapsedTime(start);
        if (time > Patience)
        {
            return new ParseDifference(source, DifferenceKind.Slow, "", $"{time.TotalSeconds:F1} s");
        }

        if (tree.ToString() != source)
        {
            return new ParseDifference(source, DifferenceKind.Unfaithful, source, tree.ToString());
        }

        var error = tree.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError);
        if (error is not null)
        {
            return answer.Quoted is null ? null
                : new ParseDifference(source, DifferenceKind.OnlyElixirAccepts, answer.Quoted, error.Message);
        }

        var quoted = QuotedForm.Write(tree, ElixirProgram.Dialect);
        return answer.Quoted is null ? new ParseDifference(source, DifferenceKind.OnlyExsLintAccepts, answer.Message, quoted)
            : answer.Quoted != quoted ? new ParseDifference(source, DifferenceKind.Tree, answer.Quoted, quoted)
            : null;
    }
}

/// <summary>What a comparison found.</summary>
internal sealed record ComparisonResult(IReadOnlyList<ParseDifference> Differences, int Accepted);

/// <summary>A source that ExsLint and Elixir take differently, and what each makes of it.</summary>
internal sealed record ParseDifference(string Source, DifferenceKind Kind, string Elixir, string ExsLint);

/// <summary>How ExsLint and Elixir differ.</summary>
internal enum DifferenceKind
{
    /// <summary>ExsLint refuses what Elixir accepts.</summary>
    OnlyElixirAccepts,

    /// <summary>Elixir refuses what ExsLint accepts.</summary>
    OnlyExsLintAccepts,

    /// <summary>Both accept it, and understand it differently.</summary>
    Tree,

    /// <summary>The tree does not give its text back.</summary>
    Unfaithful,

    /// <summary>ExsLint threw an exception.</summary>
    Crash,

    /// <summary>ExsLint took far too long.</summary>
    Slow,
}
