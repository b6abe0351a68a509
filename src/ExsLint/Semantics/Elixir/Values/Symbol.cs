namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// What a value that nobody knows is: a variable of the environment, or what an operator or a pure function makes of one. In any
/// run, two values with equal symbols are equal.
/// </summary>
internal sealed class Symbol : IEquatable<Symbol>
{
    private readonly string _text;
    private int _subjectHash;

    private Symbol(string text) => _text = text;

    /// <summary>
    /// A number that is equal for two symbols if one of them is what the other compares with a term, or both do.
    /// </summary>
    public int SubjectHash => _subjectHash != 0 ? _subjectHash
        : _subjectHash = (Equality?.Subject ?? this).GetHashCode() | 1;

    /// <summary>The environment variable's name; null where it is none.</summary>
    public string? Variable { get; private init; }

    /// <summary>The symbol whose truth this one is the opposite of; null where it is no negation.</summary>
    public Symbol? Negated { get; private init; }

    /// <summary>What this one compares with a known term; null where it is no such comparison.</summary>
    public SymbolEquality? Equality { get; private init; }

    /// <summary>An environment variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="epoch">A number that is another one once the configuration may have set variables.</param>
    public static Symbol OfVariable(string name, int epoch) => new($"${epoch}:{name}") { Variable = name };

    /// <summary>
    /// Whether a value is truthy, the other way round. <c>!!x</c> is as truthy as x, and yet another value.
    /// </summary>
    public static Symbol? Not(Symbol? symbol) => symbol is null ? null : new Symbol($"!({symbol})") { Negated = symbol };

    /// <summary>
    /// What a pure function or an operator makes of its arguments; null where one of them is neither known nor has a symbol, or
    /// where that would be long.
    /// </summary>
    /// <param name="function">The function, with its module, or the operator.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Symbol? OfCall(string function, params ReadOnlySpan<AbstractValue> arguments)
    {
        var text = new SymbolText();
        text.Append(function);
        foreach (var argument in arguments)
        {
            text.Append("(");
            text.Append(argument);
        }

        if (!text.TryGet(out var whole))
        {
            return null;
        }

        if (function.EndsWith(".is_nil", StringComparison.Ordinal) && arguments.Length == 1)
        {
            return OfEquality(arguments[0], AtomValue.Nil) ?? new Symbol(whole);
        }

        if (function is "!=" or "!==" && OfCall(function[1..].PadLeft(function.Length, '='), arguments) is { } equal)
        {
            return Not(equal);
        }

        return function is "==" or "===" && arguments.Length == 2 && EqualityOf(arguments[0], arguments[1]) is { } equality
            ? OfEquality(equality)
            : new Symbol(whole);
    }

    /// <summary>A comparison of a value with a term.</summary>
    public static Symbol? OfEquality(AbstractValue value, AbstractValue term) =>
        EqualityOf(value, term) is { } equality ? OfEquality(equality) : null;

    /// <summary>What stands for a value that is one of several.</summary>
    public static Symbol? OfChoice(ChoiceValue choice) => OfCall("one of", choice);

    /// <summary>That all answers of a condition hold; null where one of its questions cannot be named.</summary>
    public static Symbol? OfAll(Condition condition)
    {
        var text = new SymbolText();
        text.Append("all");
        text.Append(condition);
        return text.TryGet(out var whole) ? new Symbol(whole) : null;
    }

    /// <inheritdoc/>
    public bool Equals(Symbol? other) => other is not null && other._text == _text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Symbol);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>
    /// <c>x == nil</c> of a text that may be missing says whether it is: it is the opposite of <c>x</c>. Numbers are left alone:
    /// 1 is equal to 1.0 and yet another term.
    /// </summary>
    private static SymbolEquality? EqualityOf(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (UnknownValue { Symbol: { } symbol } unknown, AtomValue or BinaryValue) => Compare(symbol, unknown.Shape, right),
        (AtomValue or BinaryValue, UnknownValue { Symbol: { } symbol } unknown) => Compare(symbol, unknown.Shape, left),
        _ => null,
    };

    private static SymbolEquality? Compare(Symbol symbol, ValueShape shape, AbstractValue term)
    {
        var text = new SymbolText();
        text.Append(term);
        return text.TryGet(out var constant)
            ? new SymbolEquality(symbol, constant, term.IsTruthy == true)
            {
                IsAbsence = shape is ValueShape.BinaryOrNil && term is AtomValue { IsNil: true },
            }
            : null;
    }

    private static Symbol OfEquality(SymbolEquality equality) => equality.IsAbsence
        ? Not(equality.Subject)!
        : new Symbol($"=={equality.Subject.ToString().Length}:{equality.Subject}{equality.Term}") { Equality = equality };
}

/// <summary>A comparison of something unknown with a known term.</summary>
/// <param name="Subject">What is compared.</param>
/// <param name="Term">The term, so written that different terms are written differently.</param>
/// <param name="IsTruthy">Whether the term is truthy.</param>
internal sealed record SymbolEquality(Symbol Subject, string Term, bool IsTruthy)
{
    /// <summary>Whether it says that a text is missing, which is all that its truth says.</summary>
    public bool IsAbsence { get; init; }
}
