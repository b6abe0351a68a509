namespace ExsLint.Semantics.Elixir.Values;

/// <summary>
/// A <c>MapSet</c> whose members are known. As a term it is not looked into: how it is made differs from version to version.
/// </summary>
/// <param name="Members">The members, as the keys of a map.</param>
public sealed record MapSetValue(MapValue Members) : OpaqueValue("a MapSet")
{
    internal override int Weight => Members.Weight;
}
