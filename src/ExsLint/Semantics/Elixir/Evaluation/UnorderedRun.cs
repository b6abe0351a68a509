using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Evaluation;

/// <summary>
/// Code that is run several times, in an order that nobody knows: for each pair of a map. What it configures is known where no two runs configure the
/// same key, so that all orders come to the same but for the order of the keys.
/// </summary>
internal sealed class UnorderedRun
{
    private readonly EvaluationSession _session;
    private readonly ConfigJournal _journal;
    private readonly ConfigMark _start;
    private readonly EnvironmentVariables _variables;
    private readonly (int Changes, int Definitions, int Required) _state;
    private readonly HashSet<(string App, string Key)> _configured = [];
    private bool _isDetermined = true;

    private (int Changes, int Definitions, int Required) State => (_session.Changes.Extent, _session.Definitions, _session.Required.Count);

    /// <summary>Starts; <see cref="End"/> has to follow.</summary>
    public UnorderedRun(EvaluationSession session)
    {
        (_session, _journal, _variables) = (session, session.Journal, session.Variables);
        _state = State;
        _start = _journal.BeginRecording();
    }

    /// <summary>Runs the code once more; null once it is clear that the order matters.</summary>
    public AbstractValue? Run(Func<AbstractValue> code)
    {
        if (!_isDetermined)
        {
            return null;
        }

        var here = _journal.Mark();
        var value = code();
        var outcome = _journal.Capture(here);
        _isDetermined = outcome.Layers.Count == 0 && outcome.Imported.Count == 0 && outcome.Entries.Keys.All(_configured.Add)
            && _session.Variables == _variables && State == _state
            && !(value is NeverValue && _session.TryDepth > 0);
        return _isDetermined ? value : null;
    }

    /// <summary>Ends the runs: false where their order matters, and then nothing is configured by them.</summary>
    public bool End()
    {
        if (!_isDetermined)
        {
            _journal.RollBack(_start);
        }

        _journal.EndRecording(_isDetermined ? _configured.Select(setting => setting.App) : []);
        return _isDetermined;
    }
}
