using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace ExsLint.Semantics.Elixir.Values;

/// <summary>An atom. Aliases are atoms named <c>Elixir.Foo.Bar</c>; true, false and nil are atoms too.</summary>
/// <param name="Name">The name, without a colon.</param>
public sealed record AtomValue(string Name) : AbstractValue
{
    /// <summary>What every alias's name starts with.</summary>
    public const string AliasPrefix = "Elixir.";

    /// <summary><c>true</c></summary>
    public static AtomValue True { get; } = new("true");

    /// <summary><c>false</c></summary>
    public static AtomValue False { get; } = new("false");

    /// <summary><c>nil</c></summary>
    public static AtomValue Nil { get; } = new("nil");

    /// <summary>Whether this is <c>nil</c>.</summary>
    public bool IsNil => Name == "nil";

    /// <inheritdoc/>
    public override bool? IsTruthy => Name is not ("nil" or "false");

    /// <summary>An atom for a C# truth value.</summary>
    public static AtomValue Of(bool value) => value ? True : False;
}

/// <summary>An integer of any size.</summary>
/// <param name="Number">The number.</param>
public sealed record IntegerValue(BigInteger Number) : AbstractValue;

/// <summary>A float.</summary>
/// <param name="Number">The number.</param>
public sealed record FloatValue(double Number) : AbstractValue;

/// <summary>A binary: a string if it is UTF-8.</summary>
/// <param name="Bytes">The bytes.</param>
public sealed record BinaryValue(ImmutableArray<byte> Bytes) : AbstractValue
{
    private const int BytesPerPart = 32;

    /// <summary>The binary as text; bytes that are not UTF-8 become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.AsSpan());

    /// <summary>The binary as text, or null if it is not UTF-8.</summary>
    public string? ValidText => Utf8.IsValid(Bytes.AsSpan()) ? Text : null;

    internal override int Weight => 1 + (Bytes.Length / BytesPerPart);

    /// <summary>A binary that holds a text.</summary>
    public static BinaryValue Of(string text) => new(ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A tuple.</summary>
/// <param name="Items">The members.</param>
public sealed record TupleValue(ImmutableArray<AbstractValue> Items) : AbstractValue
{
    internal override int Weight { get; } = WeightOf(Items);
}

/// <summary>A proper list; a keyword list if every item is a pair that starts with an atom.</summary>
/// <param name="Items">The items.</param>
/// <param name="Rest">
/// Where not null, the list is a keyword list that may also hold other keys, before those of <paramref name="Items"/>; the value
/// says why.
/// </param>
public sealed record ListValue(ImmutableArray<AbstractValue> Items, UnknownValue? Rest = null) : AbstractValue
{
    internal override int Weight { get; } = WeightOf(Items);

    /// <summary>The empty list.</summary>
    public static ListValue Empty { get; } = new([]);

    /// <summary>
    /// Whether the list is a keyword list, as <c>Keyword.keyword?/1</c> sees it; null if an item is not known well enough.
    /// </summary>
    public bool? IsKeyword
    {
        get
        {
            var known = true;
            foreach (var item in Items)
            {
                switch (item)
                {
                    case TupleValue { Items: [AtomValue, _] }:
                        break;
                    case UnknownValue or ChoiceValue or TupleValue { Items: [UnknownValue or ChoiceValue, _] }:
                        known = false;
                        break;
                    default:
                        return false;
                }
            }

            return known ? true : null;
        }
    }
}

/// <summary>A map (or struct).</summary>
/// <param name="Pairs">Keys and values in the order written; a key occurs once.</param>
public sealed record MapValue(ImmutableArray<KeyValuePair<AbstractValue, AbstractValue>> Pairs) : AbstractValue
{
    /// <summary>The key that makes a map a struct.</summary>
    internal const string StructKey = "__struct__";

    /// <summary>Whether the map is a struct: a range, a date.</summary>
    internal bool IsStruct => StructName is not null;

    /// <summary>The module of a struct (<c>Elixir.Range</c>), null for a plain map.</summary>
    internal string? StructName
    {
        get
        {
            foreach (var pair in Pairs)
            {
                if (pair.Key is AtomValue { Name: StructKey })
                {
                    return (pair.Value as AtomValue)?.Name ?? "";
                }
            }

            return null;
        }
    }

    /// <summary>The value of a key, or null if the map does not have it.</summary>
    internal AbstractValue? Find(AbstractValue key) => IndexOf(key) is >= 0 and var index ? Pairs[index].Value : null;

    /// <summary>This map with a key that has another value; a new key comes last.</summary>
    internal MapValue With(AbstractValue key, AbstractValue value) => new(IndexOf(key) is >= 0 and var index
        ? Pairs.SetItem(index, new(Pairs[index].Key, value))
        : Pairs.Add(new(key, value)));

    private int IndexOf(AbstractValue key)
    {
        for (var i = 0; i < Pairs.Length; i++)
        {
            if (ValueComparer.Same(Pairs[i].Key, key))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A struct of these fields.</summary>
    internal static MapValue Struct(string module, params ReadOnlySpan<(string Name, AbstractValue Value)> fields)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<AbstractValue, AbstractValue>>(fields.Length + 1);
        pairs.Add(new(new AtomValue(StructKey), new AtomValue(AtomValue.AliasPrefix + module)));
        foreach (var (name, value) in fields)
        {
            pairs.Add(new(new AtomValue(name), value));
        }

        return new MapValue(pairs.MoveToImmutable());
    }

    internal override int Weight { get; } = WeightOf(Pairs);

    private static int WeightOf(ImmutableArray<KeyValuePair<AbstractValue, AbstractValue>> pairs)
    {
        var weight = 1L;
        foreach (var (key, value) in pairs)
        {
            weight += (long)key.Weight + value.Weight;
        }

        return (int)Math.Min(weight, MaximumWeight);
    }
}

/// <summary>A function, regex or struct: certainly none of the other terms, but not looked into.</summary>
/// <param name="Description">What it is, for people: <c>a function</c>.</param>
public record OpaqueValue(string Description) : AbstractValue;
