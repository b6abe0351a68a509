using System.Collections.Immutable;
using ExsLint.Semantics.Elixir.Files;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Edits;

/// <summary>A change of a setting.</summary>
/// <param name="Target">The setting that gets a value.</param>
/// <param name="Text">The value as Elixir text.</param>
/// <param name="Judged">The setting that was found to be wrong: the target, or one above it whose other entries may come back
/// with it.</param>
/// <param name="BadValue">The value that is to go, or null if the setting is missing.</param>
/// <param name="Rewritten">What to write for the whole of the bad value where its target is to be put into it; null to put it
/// there.</param>
public sealed record SettingChange(
    Setting Target, string Text, Setting Judged, AbstractValue? BadValue, string? Rewritten = null);

/// <summary>
/// Finds the edit that gives a setting a value. Each candidate is applied, and the configuration evaluated: the setting must
/// have the value, and everything else must be as before.
/// </summary>
/// <param name="model">The configuration.</param>
public sealed class SettingEditor(ConfigModel model)
{
    // Nobody writes a key in more places than this; the budget of the evaluations is what bounds the work.
    private const int MaximumCandidates = 24;

    // Most changes have their effect with the first or second candidate.
    private const int MostRounds = 3;

    private readonly WorkBudget _budget = model.BudgetOfMore();
    private readonly Lock _lock = new();
    private readonly HashSet<SettingChange> _proved = new(ReferenceEqualityComparer.Instance);

    /// <summary>The edit; null if no candidate does what it should and nothing else.</summary>
    /// <param name="change">What is to become of the setting.</param>
    /// <param name="instanceFile">The file to write to where the value's own file is not to be changed.</param>
    /// <remarks>
    /// Any number of threads may ask; one edit after the other is looked for, since they share the work that may be done.
    /// </remarks>
    public FileEdit? Edit(SettingChange change, ConfigFile instanceFile)
    {
        lock (_lock)
        {
            return Find(change, instanceFile);
        }
    }

    /// <summary>Whether an edit was found together with others; false where that is not known.</summary>
    internal bool IsProved(SettingChange change)
    {
        lock (_lock)
        {
            return _proved.Contains(change);
        }
    }

    /// <summary>
    /// Tries candidates of several changes together. Where each has its effect and nothing else has changed, there is an edit for
    /// each of them; a change of which a candidate has no effect goes on with its next one.
    /// </summary>
    internal void ProveTogether(ImmutableArray<(SettingChange Change, ConfigFile InstanceFile)> changes)
    {
        lock (_lock)
        {
            // Most changes need one of their candidates: the others are not made.
            var left = changes
                .Select(change => (
                    change.Change,
                    Candidates: Candidates(change.Change, change.InstanceFile)
                        .Where(candidate => !candidate.Changes.IsDefaultOrEmpty)
                        .GetEnumerator()))
                .ToList();
            left.RemoveAll(change => !change.Candidates.MoveNext());
            for (var round = 0; round < MostRounds; round++)
            {
                if (left.Count < 2
                    || CombinedEdits.Of(left.Select(change => change.Candidates.Current)) is not { } edits
                    || Evaluate(edits) is not { } after)
                {
                    return;
                }

                var idle = left.FindAll(change => !IsWanted(after.Get(change.Change.Target), change.Change));
                if (idle.Count == 0)
                {
                    ImmutableArray<SettingChange> tried = [.. left.Select(change => change.Change)];
                    _proved.UnionWith(ConfigComparison.IsUnchangedBut(model, after, tried) ? tried : []);
                    return;
                }

                left.RemoveAll(change => idle.Contains(change) && !change.Candidates.MoveNext());
            }
        }
    }

    private FileEdit? Find(SettingChange change, ConfigFile instanceFile)
    {
        foreach (var (file, changes) in Candidates(change, instanceFile).Take(MaximumCandidates))
        {
            if (!changes.IsDefaultOrEmpty && HasEffect(new FileEdit(file.Source, changes), change))
            {
                return new FileEdit(file.Source, changes);
            }
        }

        return null;
    }

    private IEnumerable<(ConfigFile File, ImmutableArray<TextChange> Changes)> Candidates(
        SettingChange change, ConfigFile instanceFile)
    {
        if (change.BadValue is { Origin: { } origin } bad && model.FileOf(bad) is { } file && IsEditable(file, instanceFile))
        {
            // What is written for the setting, else where its value comes from: a variable, say.
            ExpressionSyntax?[] nodes = [change.Judged.WrittenFor(bad), origin.Node as ExpressionSyntax];
            foreach (var node in nodes.OfType<ExpressionSyntax>().Distinct().Where(ServesNothingElse))
            {
                var changes = Rewrite(node, change);
                yield return (file, changes.IsEmpty ? changes : LineBreaks.Fit(file.Tree, changes));
            }
        }

        if (change.Judged.Value is ChoiceValue || change.Rewritten is not null)
        {
            // Writing it elsewhere may come before, or after, what decides.
            yield break;
        }

        var files = new[] { change.BadValue is null ? null : model.FileOf(change.BadValue), instanceFile }
            .OfType<ConfigFile>()
            .Distinct();
        foreach (var written in files.Where(candidate => IsEditable(candidate, instanceFile)))
        {
            foreach (var changes in ConfigEdits.Candidates(written.Tree, change.Target.App, change.Target.Keys, change.Text))
            {
                yield return (written, changes);
            }
        }
    }

    /// <summary>
    /// Whether an expression is part of no variable that is used more than once: what is not known of the configuration may
    /// depend on the variable too, and then an evaluation does not show it.
    /// </summary>
    private static bool ServesNothingElse(ExpressionSyntax node)
    {
        var match = node.Ancestors().OfType<BinaryOperatorSyntax>()
            .FirstOrDefault(operation => (SyntaxKind)operation.OperatorToken.RawKind == SyntaxKind.MatchOperator);
        return match switch
        {
            null => Setting.IsInCall(node),
            { Left: IdentifierSyntax variable } => node.Tree.Root.DescendantNodesAndSelf()
                .Count(other => other is IdentifierSyntax { Name: var name } && name == variable.Name) == 2,
            _ => false,
        };
    }

    private static ImmutableArray<TextChange> Rewrite(ExpressionSyntax node, SettingChange change)
    {
        if (change.Rewritten is not null)
        {
            return ElixirEdits.Replace(node, change.Rewritten);
        }

        var below = change.Target.Keys.Length - change.Judged.Keys.Length;
        return below <= 0
            ? ElixirEdits.Replace(node, change.Text)
            : ConfigEdits.PutInto(node, change.Target.Keys[^below..], change.Text) is { IsDefault: false } changes ? changes : [];
    }

    /// <summary>
    /// Upstream's own files stay as they are where the instance has one; so do dependencies, and what cannot be written back.
    /// </summary>
    private static bool IsEditable(ConfigFile file, ConfigFile instanceFile) =>
        file.Source.RoundTrips
        && file.Role != ConfigFileRole.Defaults
        && (file.Role != ConfigFileRole.Base || file == instanceFile)
        && !ForeignFolders.Hold(file.Path)
        && !file.Tree.Diagnostics.Any(diagnostic => diagnostic.IsError);

    private bool HasEffect(FileEdit edit, SettingChange change) =>
        Evaluate([edit]) is { } after
        && IsWanted(after.Get(change.Target), change)
        && ConfigComparison.IsUnchangedBut(model, after, [change]);

    /// <summary>The configuration behind some edits; null where Elixir would refuse more of it than before.</summary>
    private ConfigModel? Evaluate(ImmutableArray<FileEdit> edits)
    {
        var trees = model.Trees;
        foreach (var (file, texts) in edits)
        {
            var source = file.WithContent(file.Text.WithChanges(texts).ToString());
            trees = trees.With(source);
            if (trees.Get(source.Path) is not { } tree || tree.Diagnostics.Any(diagnostic => diagnostic.IsError))
            {
                return null;
            }
        }

        var after = ConfigEvaluator.Reevaluate(model, trees, _budget);
        return after.Errors.Length <= model.Errors.Length ? after : null;
    }

    /// <summary>
    /// Whether the setting has its new value; where it had one of several, whether the bad one of them is gone.
    /// </summary>
    private static bool IsWanted(Setting after, SettingChange change)
    {
        var others = change.Judged.Alternatives
            .Where(value => change.BadValue is not null && !ConfigComparison.Same(value, change.BadValue))
            .Select(value => change.Target.Keys.Skip(change.Judged.Keys.Length).Aggregate(value, Setting.Step))
            .ToList();
        return after.Alternatives.All(value =>
            IsWritten(value, change.Text) || others.Exists(other => ConfigComparison.Same(value, other)))
            && (change.Judged.Value is ChoiceValue || after.Value is not ChoiceValue);
    }

    private static bool IsWritten(AbstractValue value, string text) => value.Origin?.Node.ToString() == text;
}
