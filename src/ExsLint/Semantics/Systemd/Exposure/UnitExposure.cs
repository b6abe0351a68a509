using System.Collections.Immutable;
using System.Globalization;

namespace ExsLint.Semantics.Systemd.Exposure;

/// <summary>What <c>systemd-analyze security</c> makes of a unit.</summary>
public sealed class UnitExposure
{
    // The least exposure of each label (badness_table in src/analyze/analyze-security.c).
    private static readonly ImmutableArray<(int Exposure, string Label)> Labels =
        [(100, "DANGEROUS"), (90, "UNSAFE"), (75, "EXPOSED"), (50, "MEDIUM"), (10, "OK"), (1, "SAFE"), (0, "PERFECT")];

    private UnitExposure(ImmutableArray<SecurityVerdict> rows)
    {
        Rows = rows;
        var badness = 0;
        foreach (var row in rows)
        {
            WeightSum += row.Badness is null ? 0 : row.Check.Weight;
            badness += row.WeightedBadness;
        }

        Exposure = SecurityVerdict.DivideUp(badness * 100, WeightSum);
        Label = LabelOf(Exposure);
    }

    /// <summary>All rows, by the name of the check in ordinal order.</summary>
    public ImmutableArray<SecurityVerdict> Rows { get; }

    /// <summary>The weights of the rows that apply.</summary>
    public int WeightSum { get; }

    /// <summary>The exposure, 0 to 100: ten times what systemd prints.</summary>
    public int Exposure { get; }

    /// <summary>The word for it: <c>UNSAFE</c>.</summary>
    public string Label { get; }

    /// <summary>Judges a unit; one that systemd refuses is judged as far as it can be read.</summary>
    internal static UnitExposure Assess(ExposureAssessor assessor)
    {
        var checks = SecurityTable.Checks;
        var rows = ImmutableArray.CreateBuilder<SecurityVerdict>(checks.Length);
        foreach (var check in checks)
        {
            rows.Add(assessor.Assess(check));
        }

        return new UnitExposure(rows.MoveToImmutable());
    }

    /// <summary>The word for an exposure, 0 to 100.</summary>
    public static string LabelOf(int exposure) => Labels.First(label => exposure >= label.Exposure).Label;

    /// <summary>An exposure as systemd prints it: 92 is <c>9.2</c>.</summary>
    public static string Format(int exposure) => string.Create(CultureInfo.InvariantCulture, $"{exposure / 10}.{exposure % 10}");

    /// <summary>The row of a check.</summary>
    /// <param name="jsonField">Its <see cref="SecurityCheck.JsonField"/>.</param>
    public SecurityVerdict Find(string jsonField) => Rows.First(row => row.Check.JsonField == jsonField);

    /// <summary>The rows as systemd lists them: by description from last to first, then by name.</summary>
    public ImmutableArray<SecurityVerdict> InSystemdOrder()
    {
        var byRank = new SecurityVerdict?[SecurityTable.CaseCount];
        foreach (var row in Rows)
        {
            byRank[row.Case.Rank] = row;
        }

        var ordered = ImmutableArray.CreateBuilder<SecurityVerdict>(Rows.Length);
        foreach (var row in byRank)
        {
            if (row is not null)
            {
                ordered.Add(row);
            }
        }

        return ordered.MoveToImmutable();
    }
}
