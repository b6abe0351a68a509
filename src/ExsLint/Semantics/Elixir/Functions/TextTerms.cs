using System.Collections.Immutable;
using System.Text;
using ExsLint.Semantics.Elixir.Values;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>Texts made of known and unknown terms.</summary>
internal static class TextTerms
{
    /// <summary>Longer texts than a whole file can hold are left unknown.</summary>
    public const int MaximumTextWeight = 1 << 21;

    /// <summary><c>to_string/1</c>, as interpolation does it.</summary>
    public static AbstractValue ToText(AbstractValue value) => value switch
    {
        NeverValue or BinaryValue => value,
        UnknownValue unknown => Binary(unknown),
        ChoiceValue { Alternatives: var alternatives } choice when alternatives.All(
            alternative => alternative is not UnknownValue) =>
            AnyOf(choice, ToText),
        ChoiceValue choice => new UnknownValue(choice.Reason, ValueShape.Binary),
        MapValue { IsStruct: true } moment when CalendarTerms.Write(moment, separator: ' ') is { } written => Terms.Str(written),
        MapValue { StructName: "Elixir.URI" } uri when UriFunctions.Write(uri) is { } text => text,
        _ => Terms.ToText(value) ?? new UnknownValue("text of a value that is not known", ValueShape.Binary),
    };

    /// <summary>A text instead of what is not known; a path stays one. Nobody takes a text for the value that it shows.</summary>
    private static UnknownValue Binary(UnknownValue unknown) => new(unknown.Reason, ValueShape.Binary)
    {
        Node = unknown.Node,
        TreePath = unknown.TreePath,
        HasSteps = unknown.HasSteps,
        MovesInRelease = unknown.MovesInRelease,
        IsExistingFolder = unknown.IsExistingFolder,
        Symbol = unknown.Shape == ValueShape.Binary ? unknown.Symbol : null,
    };

    /// <summary>What becomes of those of several values that do not raise.</summary>
    private static AbstractValue AnyOf(ChoiceValue choice, Func<AbstractValue, AbstractValue> change)
    {
        var changed = choice.Guarded.Select(alternative => alternative with { Value = change(alternative.Value) })
            .Where(alternative => alternative.Value is not NeverValue)
            .ToList();
        return changed.Count == 0 ? new NeverValue() : ChoiceValue.Of(changed, choice.Reason);
    }

    /// <summary>Binaries in sequence; unknown if one is, but still a path where it starts with one.</summary>
    public static AbstractValue Concatenate(List<AbstractValue> parts)
    {
        if (parts.Exists(part => part is NeverValue))
        {
            return new NeverValue();
        }

        if (parts.Sum(part => (long)part.Weight) > MaximumTextWeight)
        {
            return new UnknownValue("a very long text", ValueShape.Binary);
        }

        if (parts.FindIndex(part => part is ChoiceValue) is >= 0 and var index)
        {
            return ConcatenateAny(parts, index);
        }

        var bytes = ImmutableArray.CreateBuilder<byte>();
        UnknownValue? unknown = null;
        var isPath = false;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is BinaryValue binary)
            {
                bytes.AddRange(binary.Bytes);
                continue;
            }

            isPath = unknown is null && bytes.Count == 0;
            unknown ??= parts[i] as UnknownValue ?? new UnknownValue(ReasonOf(parts[i]));
        }

        if (unknown is null)
        {
            return new BinaryValue(bytes.DrainToImmutable());
        }

        var tail = Encoding.UTF8.GetString([.. bytes]);
        return isPath && unknown.TreePath is not null && (tail.Length == 0 || (tail[0] == '/' && tail[^1] != '/'))
            ? PathFunctions.Below(unknown, tail)
            : new UnknownValue(unknown.Reason, ValueShape.Binary);
    }

    /// <summary>One part is one of several texts: so is the whole, unless there are several such parts.</summary>
    private static AbstractValue ConcatenateAny(List<AbstractValue> parts, int index)
    {
        var choice = (ChoiceValue)parts[index];
        if (parts.FindIndex(index + 1, part => part is ChoiceValue) >= 0)
        {
            return new UnknownValue(choice.Reason, ValueShape.Binary);
        }

        return choice.Map(alternative => Concatenate(new List<AbstractValue>(parts) { [index] = alternative }));
    }

    /// <summary>Why a value is not known, for people.</summary>
    public static string ReasonOf(AbstractValue value) => value switch
    {
        UnknownValue unknown => unknown.Reason,
        ChoiceValue choice => choice.Reason,
        _ => "a value that is not known",
    };

    /// <summary>Why the result of an operator is not known: what the left operand says, or else the right one.</summary>
    public static string FirstReason(AbstractValue left, AbstractValue right) =>
        left is UnknownValue or ChoiceValue ? ReasonOf(left) : ReasonOf(right);
}
