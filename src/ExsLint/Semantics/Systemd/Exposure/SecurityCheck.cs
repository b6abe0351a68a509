using System.Collections.Immutable;

namespace ExsLint.Semantics.Systemd.Exposure;

/// <summary>A row of <c>systemd-analyze security</c>: what it is called, weighs and says.</summary>
/// <param name="JsonField">Its name in systemd's JSON: <c>PrivateTmp</c>, <c>SystemCallFilter_clock</c>.</param>
/// <param name="Name">Its name in systemd's table: <c>PrivateTmp=</c>, <c>SystemCallFilter=~@clock</c>.</param>
/// <param name="Weight">How much it counts, 10 to 2500.</param>
/// <param name="Range">The worst badness, 1 to 10; the best is 0.</param>
/// <param name="Directives">The keys that decide it.</param>
/// <param name="IsOutOfPlaceInEarlyBoot">Whether it does not apply to a unit with <c>DefaultDependencies=no</c>.</param>
public sealed record SecurityCheck(
    string JsonField,
    string Name,
    int Weight,
    int Range,
    ImmutableArray<string> Directives,
    bool IsOutOfPlaceInEarlyBoot)
{
    private ImmutableArray<SecurityCase> _cases;
    private ulong _capabilities;

    /// <summary>What the row can say. Most runs ask a few rows.</summary>
    public ImmutableArray<SecurityCase> Cases
    {
        get
        {
            // Whoever comes first: cases have a rank, so that each is one object.
            if (_cases.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _cases, SecurityTable.ParseCases(this));
            }

            return _cases;
        }
    }

    /// <summary>The cases as the table writes them.</summary>
    internal string Sentences { get; init; } = "";

    /// <summary>What the row looks at.</summary>
    internal SecurityTopic Topic { get; init; }

    /// <summary>
    /// The item of the directive that the row is about: <c>clock</c> of <c>SystemCallFilter_clock</c>; empty for most rows.
    /// </summary>
    internal string Item { get; init; } = "";

    /// <summary>The capabilities the row is about, a bit each; 0 for most rows.</summary>
    internal ulong Capabilities => Topic != SecurityTopic.Capability ? 0
        : _capabilities != 0 ? _capabilities
        : _capabilities = SecurityTable.MaskOf(Name);

    /// <summary>A row is one object.</summary>
    public bool Equals(SecurityCheck? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonField.GetHashCode(StringComparison.Ordinal);

    /// <summary>The case of this name.</summary>
    internal SecurityCase Find(string name)
    {
        foreach (var @case in Cases)
        {
            if (@case.Name == name)
            {
                return @case;
            }
        }

        throw new InvalidOperationException($"{JsonField} says nothing in case '{name}'.");
    }

    /// <summary>The case of a badness that only one sentence has.</summary>
    internal SecurityCase Find(int badness)
    {
        foreach (var @case in Cases)
        {
            if (@case.Badness == badness)
            {
                return @case;
            }
        }

        throw new InvalidOperationException($"{JsonField} says nothing of badness {badness}.");
    }
}

/// <summary>What a row looks at.</summary>
internal enum SecurityTopic
{
    /// <summary>A boolean setting that is good when it is on.</summary>
    Switch,

    /// <summary>The bounding set of capabilities.</summary>
    Capability,

    /// <summary>The namespaces that may be created.</summary>
    Namespace,

    /// <summary>The families of sockets that may be opened.</summary>
    AddressFamily,

    /// <summary>The system calls that may be made.</summary>
    SystemCall,

    /// <summary>Any other setting, by the row's name.</summary>
    Other,
}
