using System.Collections.Immutable;

namespace ExsLint.Tests.TestSupport.Ebnf;

/// <summary>The right side of a production, or a part of it.</summary>
internal abstract record EbnfExpression
{
    /// <summary>This expression and all below it.</summary>
    public IEnumerable<EbnfExpression> DescendantsAndSelf() => this switch
    {
        EbnfChoice choice => choice.Alternatives.SelectMany(part => part.DescendantsAndSelf()).Prepend(this),
        EbnfSequence sequence => sequence.Parts.SelectMany(part => part.DescendantsAndSelf()).Prepend(this),
        EbnfOption option => option.Body.DescendantsAndSelf().Prepend(this),
        EbnfRepetition repetition => repetition.Body.DescendantsAndSelf().Prepend(this),
        _ => [this],
    };
}

/// <summary><c>a | b</c></summary>
internal sealed record EbnfChoice(ImmutableArray<EbnfExpression> Alternatives) : EbnfExpression
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" | ", Alternatives);
}

/// <summary><c>a, b</c></summary>
internal sealed record EbnfSequence(ImmutableArray<EbnfExpression> Parts) : EbnfExpression
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Parts.Select(part => part is EbnfChoice ? $"( {part} )" : $"{part}"));
}

/// <summary><c>[ a ]</c>: may be missing.</summary>
internal sealed record EbnfOption(EbnfExpression Body) : EbnfExpression
{
    /// <inheritdoc/>
    public override string ToString() => $"[ {Body} ]";
}

/// <summary><c>{ a }</c>: any number of times.</summary>
internal sealed record EbnfRepetition(EbnfExpression Body) : EbnfExpression
{
    /// <inheritdoc/>
    public override string ToString() => $"{{ {Body} }}";
}

/// <summary><c>"text"</c> or <c>'text'</c></summary>
internal sealed record EbnfTerminal(string Text) : EbnfExpression
{
    /// <inheritdoc/>
    public override string ToString() => Text.Contains('"', StringComparison.Ordinal) ? $"'{Text}'" : $"\"{Text}\"";
}

/// <summary>The name of a production.</summary>
internal sealed record EbnfReference(string Name) : EbnfExpression
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary><c>? in words ?</c></summary>
internal sealed record EbnfSpecial(string Words) : EbnfExpression
{
    /// <inheritdoc/>
    public override string ToString() => $"? {Words} ?";
}
