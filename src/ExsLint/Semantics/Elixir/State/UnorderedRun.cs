using ExsLint.Semantics.Elixir.Functions;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Elixir.Variables;

namespace ExsLint.Semantics.Elixir.State;

/// <summary>
/// Code that is run several times, in an order that nobody knows: for each pair of a map. What it configures is known where no
/// two runs configure the same key, so that all orders come to the same but for the order of the keys.
/// </summary>
internal sealed class UnorderedRun : IUnorderedRun
{
    private readonly EvaluationState _state;
    private readonly ConfigJournal _journal;
    private readonly ConfigMark _start;
    private readonly EnvironmentVariables _variables;
    private readonly (int Changes, int Definitions, int Required) _before;
    private readonly HashSet<(string App, string Key)> _configured = [];
    private bool _isDetermined = true;

    private (int Changes, int Definitions, int Required) Extent =>
        (_state.Files.Changes.Extent, _state.Modules.Now, _state.Evaluated.RequiredCount);

    /// <summary>Starts; <see cref="End"/> has to follow.</summary>
    public UnorderedRun(EvaluationState state)
    {
        (_state, _journal, _variables) = (state, state.Journal, state.Environment.Variables);
        _before = Extent;
        _start = _journal.BeginRecording();
    }

    /// <inheritdoc/>
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
            && _state.Environment.Variables == _variables && Extent == _before
            && !(value is NeverValue && _state.Control.IsInTry);
        return _isDetermined ? value : null;
    }

    /// <inheritdoc/>
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
