using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace ExsLint.Semantics.Elixir;

/// <summary>The functions and operators of Elixir that are folded. All are pure; those of the environment give unknowns with a reason.</summary>
internal static partial class KnownFunctions
{
    /// <summary>Longer numbers are left unknown, so that a text cannot ask for endless arithmetic.</summary>
    private const int MaximumDigits = 1_000;

    /// <summary>Longer texts than a whole file can hold are left unknown.</summary>
    private const int MaximumTextWeight = 1 << 21;

    private static readonly FrozenSet<string> Folded = FrozenSet.Create(
        "System.get_env",
        "System.fetch_env!",
        "System.fetch_env",
        "String.to_integer",
        "String.to_atom",
        "String.to_existing_atom",
        "String.trim",
        "to_string",
        "Atom.to_string",
        "Integer.to_string",
        ":timer.seconds",
        ":timer.minutes",
        ":timer.hours",
        "div",
        "rem",
        "is_nil",
        "Path.join",
        "Path.expand",
        "File.cwd!",
        "File.exists?",
        "File.regular?");

    /// <summary>Whether a function is one of those that are folded: it does nothing but give a value.</summary>
    public static bool IsFolded(string name) => Folded.Contains(name);

    /// <summary>The value of a call, or null if the function is not known.</summary>
    public static AbstractValue? Call(string name, ImmutableArray<AbstractValue> arguments) => (name, arguments) switch
    {
        ("System.get_env", [var variable]) => Variable(variable, ValueShape.BinaryOrNil),
        ("System.get_env", [var variable, BinaryValue]) => Variable(variable, ValueShape.Binary),
        ("System.get_env", [var variable, AtomValue { IsNil: true }]) => Variable(variable, ValueShape.BinaryOrNil),
        ("System.get_env", [var variable, _]) => Variable(variable, ValueShape.Any),
        ("System.fetch_env!", [var variable]) => Variable(variable, ValueShape.Binary),
        ("System.fetch_env", [var variable]) => Variable(variable, ValueShape.Any),
        ("String.to_integer", [var text]) => ToInteger(text),
        ("String.to_atom" or "String.to_existing_atom", [var text]) => ToAtom(text),
        ("String.trim", [BinaryValue { ValidText: { } text }]) => BinaryValue.Of(ElixirText.Trim(text)),
        ("to_string", [var value]) => ToText(value),
        ("Atom.to_string", [AtomValue atom]) => BinaryValue.Of(atom.Name),
        ("Integer.to_string", [IntegerValue or UnknownValue { Shape: ValueShape.Integer }]) => ToText(arguments[0]),
        (":timer.seconds", [IntegerValue n]) => new IntegerValue(n.Number * 1_000),
        (":timer.minutes", [IntegerValue n]) => new IntegerValue(n.Number * 60_000),
        (":timer.hours", [IntegerValue n]) => new IntegerValue(n.Number * 3_600_000),
        ("div" or "rem", [IntegerValue left, IntegerValue { Number.IsZero: false } right]) => new IntegerValue(
            name == "div" ? BigInteger.Divide(left.Number, right.Number) : BigInteger.Remainder(left.Number, right.Number)),
        ("is_nil", [var value]) => AreEqual(value, AtomValue.Nil, strict: true) is { } isNil
            ? AtomValue.Of(isNil)
            : new UnknownValue(ReasonOf(value), ValueShape.Boolean),
        ("Path.join", [var left, BinaryValue { ValidText: { } right }]) => JoinPath(left, right),
        ("Path.expand", [BinaryValue path, UnknownValue { TreePath: { } folder }]) => ExpandPath(path, folder),
        _ => null,
    };

    /// <summary><c>to_string/1</c>, as interpolation does it.</summary>
    public static AbstractValue ToText(AbstractValue value) => value switch
    {
        NeverValue or BinaryValue => value,
        AtomValue { IsNil: true } => BinaryValue.Of(""),
        AtomValue atom => BinaryValue.Of(atom.Name),
        IntegerValue integer => BinaryValue.Of(integer.Number.ToString(CultureInfo.InvariantCulture)),
        UnknownValue unknown => unknown with { Shape = ValueShape.Binary },
        ChoiceValue choice => new UnknownValue(choice.Reason, ValueShape.Binary),
        _ => new UnknownValue("text of a value that is not known", ValueShape.Binary),
    };

    /// <summary>Binaries in sequence; unknown if one is, but still a path where it starts with one.</summary>
    public static AbstractValue Concatenate(List<AbstractValue> parts)
    {
        if (parts.Sum(part => (long)part.Weight) > MaximumTextWeight)
        {
            return new UnknownValue("a very long text", ValueShape.Binary);
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
        var path = isPath && unknown.TreePath is { } folder && (tail.Length == 0 || tail[0] == '/')
            ? TreePath.Combine(folder, tail.TrimStart('/'))
            : null;
        return new UnknownValue(unknown.Reason, ValueShape.Binary) { TreePath = path };
    }

    /// <summary><c>Path.expand/2</c> for a relative path; unknown if it leaves the tree.</summary>
    public static AbstractValue ExpandPath(AbstractValue path, string folder) => path switch
    {
        BinaryValue binary => new UnknownValue("a path", ValueShape.Binary) { TreePath = TreePath.Combine(folder, binary.Text) },
        UnknownValue { TreePath: not null } => path,
        _ => new UnknownValue(ReasonOf(path), ValueShape.Binary),
    };

    /// <summary>How doubled and lone slashes are joined differs between versions; that is left unknown.</summary>
    private static AbstractValue JoinPath(AbstractValue left, string right) => left switch
    {
        BinaryValue { ValidText: { } text } when IsPlain(text) && text[0] != '~' && IsPlain(right) =>
            BinaryValue.Of(text.TrimEnd('/') + "/" + right.Trim('/')),
        BinaryValue => new UnknownValue("a path", ValueShape.Binary),
        UnknownValue { TreePath: { } folder } => new UnknownValue("a path", ValueShape.Binary)
        {
            TreePath = TreePath.Combine(folder, right.TrimStart('/')),
        },
        _ => new UnknownValue(ReasonOf(left), ValueShape.Binary),
    };

    private static bool IsPlain(string path) => path.Trim('/').Length > 0 && !path.Contains("//", StringComparison.Ordinal);

    private static UnknownValue Variable(AbstractValue name, ValueShape shape) =>
        new(name is BinaryValue binary ? EnvironmentVariables.ReasonOf(binary.Text) : "an environment variable", shape);

    private static AbstractValue ToInteger(AbstractValue text) => text switch
    {
        BinaryValue { Bytes.Length: > MaximumDigits } => new UnknownValue("a large number", ValueShape.Integer),
        BinaryValue binary => ElixirText.ParseInteger(binary.Text) is { } number ? new IntegerValue(number) : new NeverValue(),
        _ => new UnknownValue(ReasonOf(text), ValueShape.Integer),
    };

    private static AbstractValue ToAtom(AbstractValue text) =>
        text is BinaryValue { ValidText: { } name } ? new AtomValue(name) : new UnknownValue(ReasonOf(text), ValueShape.Atom);

    private static string ReasonOf(AbstractValue value) => value switch
    {
        UnknownValue unknown => unknown.Reason,
        ChoiceValue choice => choice.Reason,
        _ => "a value that is not known",
    };
}
