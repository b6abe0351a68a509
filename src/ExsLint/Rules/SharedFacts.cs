namespace ExsLint.Rules;

/// <summary>
/// What several rules ask about one configuration. It is worked out once, when the first of them asks. One thread uses it.
/// </summary>
internal sealed class SharedFacts
{
    private readonly Dictionary<Type, object> _facts = [];

    /// <summary>A fact, by its type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="workOut">Works it out.</param>
    public T Get<T>(Func<T> workOut)
        where T : class
    {
        if (!_facts.TryGetValue(typeof(T), out var fact))
        {
            _facts.Add(typeof(T), fact = workOut());
        }

        return (T)fact;
    }
}
