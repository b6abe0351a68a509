using System.Collections.Immutable;
using ExsLint.Rules;

namespace ExsLint.Analysis;

/// <summary>
/// Contains defects of ExsLint itself: one in a project or unit is recorded, and the others are still reported.
/// </summary>
public sealed class FaultBarrier
{
    private readonly List<Notification> _faults = [];

    /// <summary>The recorded defects in order, as notifications at level error.</summary>
    public ImmutableArray<Notification> Faults => [.. _faults];

    /// <summary>
    /// Describes a defect in one sentence, without a full stop. What an exception says is left out: it may quote a secret.
    /// </summary>
    /// <param name="defect">What was thrown.</param>
    /// <param name="where">Where, as words that follow 'internal error (..)'; empty if that is not known.</param>
    public static string Describe(Exception defect, string where = "") =>
        $"internal error ({defect.GetType().Name}){where}; please report it, with input that shows it and holds no secret, at "
            + $"{Product.Url}/issues";

    /// <summary>Runs an action; a defect is recorded.</summary>
    /// <param name="path">The file that a defect is told of; null where it is no one's.</param>
    /// <param name="where">Where a defect is, as words that follow 'internal error (..)': <c> in rule a</c>.</param>
    /// <param name="action">What to do.</param>
    /// <returns>Whether it was done.</returns>
    public bool Try(string? path, string where, Action action)
    {
        // A defect may throw anything. Without memory nothing else can be done, and trouble with a stream is no defect.
#pragma warning disable CA1031
        try
        {
            action();
            return true;
        }
        catch (Exception defect) when (defect is not (OutOfMemoryException or IOException or UnauthorizedAccessException
            or OperationCanceledException))
        {
            _faults.Add(new Notification(DiagnosticLevel.Error, $"I{Describe(defect, where)[1..]}.", path));
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>Runs a function; null, with the defect recorded, if it fails.</summary>
    /// <param name="path">The file that a defect is told of; null where it is no one's.</param>
    /// <param name="make">How it is made.</param>
    public T? Try<T>(string? path, Func<T> make)
        where T : class
    {
        T? made = null;
        Try(path, "", () => made = make());
        return made;
    }

    /// <summary>
    /// Runs a function for each of several items; null, with the defect recorded, where it fails. Defects are in the order of the
    /// items.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="workers">The threads that share the items.</param>
    /// <param name="pathOf">Gives the file that a defect with an item is told of.</param>
    /// <param name="make">The function.</param>
    public ImmutableArray<TMade?> TryAll<TItem, TMade>(
        IReadOnlyList<TItem> items, Workers workers, Func<TItem, string?> pathOf, Func<TItem, TMade> make)
        where TMade : class
    {
        var tried = workers.Map(items, item =>
        {
            var barrier = new FaultBarrier();
            return (Made: barrier.Try(pathOf(item), () => make(item)), barrier._faults);
        });
        _faults.AddRange(tried.SelectMany(item => item._faults));
        return [.. tried.Select(item => item.Made)];
    }
}
