using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ExsLint.Benchmarks;

/// <summary>Megabytes of source text a second, for benchmarks that have a <see cref="Sample"/> for a parameter.</summary>
public sealed class ThroughputColumn : IColumn
{
    /// <inheritdoc/>
    public string Id => nameof(ThroughputColumn);

    /// <inheritdoc/>
    public string ColumnName => "MB/s";

    /// <inheritdoc/>
    public string Legend => "10^6 bytes of UTF-8 a second";

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Statistics;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var sample = benchmarkCase.Parameters.Items.Select(item => item.Value).OfType<Sample>().SingleOrDefault();
        const double NanosecondsOfAMicrosecond = 1000;
        return sample is not null && summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? (sample.Bytes * NanosecondsOfAMicrosecond / statistics.Mean).ToString("F1", CultureInfo.InvariantCulture)
            : "-";
    }
}
