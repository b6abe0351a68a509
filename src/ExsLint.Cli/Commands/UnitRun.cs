using ExsLint.Analysis;
using ExsLint.Analysis.Linting;
using ExsLint.Cli.Streams;
using ExsLint.Frameworks.Catalog;
using ExsLint.Reporting.Layout;
using ExsLint.Reporting.Units;
using ExsLint.Rules;
using ExsLint.Semantics.Secrets;
using ExsLint.Semantics.Systemd;
using ExsLint.Semantics.Systemd.Units;

namespace ExsLint.Cli.Commands;

/// <summary>A run of <c>exslint unit</c>.</summary>
internal sealed class UnitRun(Terminal terminal, UnitOptions options) : IDisposable
{
    /// <summary>For fewer files a thread is not worth its start.</summary>
    private const int FewFiles = 16;

    private readonly UnitJson _json = new();
    private readonly StyledOutput _output = terminal.Styled(options.NoColor);
    private int _exitCode = ExitCodes.Success;
    private readonly FaultBarrier _barrier = new();
    private int _count;

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>Reports every unit, and gives the exit code.</summary>
    public int Run()
    {
        if (!options.Systemd.HasRoot(terminal))
        {
            return ExitCodes.Failure;
        }

        var units = new UnitSearch(options).Find();
        foreach (var unit in options.Paths.Count < FewFiles ? units : ReadAhead.OnOtherThread(units))
        {
            if (!_barrier.Try(unit.Place, "", () => Report(unit)))
            {
                Raise(ExitCodes.Failure);
                terminal.Report(_barrier.Faults[^1], place => place);
            }
        }

        return _exitCode;
    }

    private void Report(FoundUnit found)
    {
        if (found.Files is not { } files)
        {
            terminal.Report(found.Level, found.Trouble!, found.Place);
            Raise(found.Level == DiagnosticLevel.Error ? ExitCodes.Failure : ExitCodes.Success);
            if (found.Unreadable is { } name)
            {
                WriteError(name, found.Place, found.Trouble!);
            }

            return;
        }

        _count++;
        var unit = UnitBinder.Bind(
            options.User ? files with { Scope = UnitScope.User } : files,
            FrameworkCatalog.ServiceNames,
            options.Systemd.Version,
            options.Systemd.IsVersionGiven);
        if (Explain(unit) is { } refusal)
        {
            terminal.Report(DiagnosticLevel.Error, refusal, found.Place);
            WriteError(unit.Name.Text, found.Place, refusal);
            Raise(ExitCodes.Findings);
            return;
        }

        var forecast = options.WhatIf || options.Format == UnitFormat.Table ? HardeningForecast.Of(unit) : null;
        Write(new UnitReportEntry(unit.Name.Text, found.Place, unit.Exposure, null, forecast)
        {
            SystemdVersion = unit.SystemdVersion,
        });
        if (unit.Exposure.Exposure > options.Threshold)
        {
            Raise(ExitCodes.Findings);
        }
    }

    private static string? Explain(EffectiveUnit unit) =>
        WhyRefused(unit) is { } reason ? new SecretMap().RedactInUnit(reason, unit.Files) : null;

    private static string? WhyRefused(EffectiveUnit unit) => unit switch
    {
        { IsMasked: true } => "masked: systemd never starts it",
        { Refusal: { Location: { } location } refusal } =>
            FormattableString.Invariant($"line {location.Start.Line + 1}: {refusal.Message}"),
        { Refusal: { } refusal } => refusal.Message,
        _ => null,
    };

    private void Write(UnitReportEntry entry)
    {
        if (options.Format == UnitFormat.Json)
        {
            terminal.Output.BaseStream.Write(_json.Format(entry));
            return;
        }

        if (_count > 1)
        {
            _output.EndLine();
        }

        UnitTable.Write(entry.Unit, entry.Exposure!, entry.Forecast, options.Systemd.Version, _output);
    }

    private void WriteError(string unit, string path, string reason)
    {
        if (options.Format == UnitFormat.Json)
        {
            Write(new UnitReportEntry(unit, path, null, reason));
        }
    }

    private void Raise(int exitCode) => _exitCode = Math.Max(_exitCode, exitCode);
}
