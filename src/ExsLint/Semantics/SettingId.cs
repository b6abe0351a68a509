using System.Collections.Immutable;

namespace ExsLint.Semantics;

/// <summary>
/// What a finding is about, stable while lines move: a setting, a directive, a file. Two are the same where they are of one kind
/// and are written alike.
/// </summary>
public abstract class SettingId : IEquatable<SettingId>
{
    private readonly string _written;
    private readonly string? _shown;

    private protected SettingId(string written, string? shown = null) => (_written, _shown) = (written, shown);

    /// <summary>
    /// The text that fingerprints, baselines and reports hold. Secrets are taken out of it, where it may hold any; equality looks
    /// at what is written.
    /// </summary>
    public string Text => _shown ?? _written;

    /// <summary>What is written, secrets included.</summary>
    private protected string Written => _written;

    /// <summary>The same with another text.</summary>
    /// <param name="text">The text without secrets.</param>
    public SettingId ShownAs(string text) => text == Text ? this : WithText(text);

    /// <summary>Whether two are the same.</summary>
    public static bool operator ==(SettingId? left, SettingId? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two are not the same.</summary>
    public static bool operator !=(SettingId? left, SettingId? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(SettingId? other) =>
        other is not null && GetType() == other.GetType() && string.Equals(_written, other._written, StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as SettingId);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _written.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override string ToString() => Text;

    private protected abstract SettingId WithText(string text);
}

/// <summary>A setting of a configuration: <c>pleroma.Pleroma.Web.Endpoint.secure_cookie_flag</c>.</summary>
public sealed class ConfigSettingId : SettingId
{
    /// <summary>A setting.</summary>
    /// <param name="path">The application and the keys as people write them, with dots between them.</param>
    public ConfigSettingId(string path)
        : base(path)
    {
    }

    private ConfigSettingId(string path, string shown)
        : base(path, shown)
    {
    }

    /// <summary>The application and the keys as people write them, with dots between them.</summary>
    public string Path => Written;

    private protected override SettingId WithText(string text) => new ConfigSettingId(Written, text);
}

/// <summary>
/// What a configuration does without setting anything: <c>import_config.prod.secret.exs</c>, <c>layer.</c> and why it is not
/// known.
/// </summary>
public sealed class ConfigPartId : SettingId
{
    /// <summary>A part of a configuration.</summary>
    /// <param name="what">What it does: <c>import_config</c>.</param>
    /// <param name="with">With what: a path, a name, a reason.</param>
    public ConfigPartId(string what, string with)
        : base($"{what}.{with}")
    {
    }

    private ConfigPartId(string written, string? shown, bool _)
        : base(written, shown)
    {
    }

    private protected override SettingId WithText(string text) => new ConfigPartId(Written, text, true);
}

/// <summary>A directive of a unit, a part of it, or a whole section: <c>akkoma.service/Service/Environment/MIX_ENV</c>.</summary>
public sealed class DirectiveId : SettingId
{
    private DirectiveId(string unit, ImmutableArray<string> names, string? shown = null)
        : base(string.Join('/', names.Prepend(unit)), shown)
    {
        Unit = unit;
        Names = names;
    }

    /// <summary>The unit's name: <c>akkoma.service</c>.</summary>
    public string Unit { get; }

    /// <summary>The section; then the directive, if it is not the whole section; then the parts of it that are meant.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>
    /// The directive alone, <c>akkoma.service/Service/User</c>, whatever part of it is meant; null for a section.
    /// </summary>
    public string? Directive => Names is [var section, var key, ..] ? $"{Unit}/{section}/{key}" : null;

    /// <summary>A directive.</summary>
    /// <param name="unit">The unit's name.</param>
    /// <param name="section">The section.</param>
    /// <param name="key">The directive.</param>
    /// <param name="parts">The part of it that is meant; none for the whole directive.</param>
    public static DirectiveId Of(string unit, string section, string key, params ReadOnlySpan<string> parts) =>
        new(unit, [section, key, .. parts]);

    /// <summary>A section.</summary>
    /// <param name="unit">The unit's name.</param>
    /// <param name="section">The section.</param>
    public static DirectiveId OfSection(string unit, string section) => new(unit, [section]);

    private protected override SettingId WithText(string text) => new DirectiveId(Unit, Names, text);
}

/// <summary>A file, or something in it that is no setting: a comment, a line that cannot be read.</summary>
public sealed class FileId : SettingId
{
    /// <summary>A file or folder, by its path.</summary>
    public FileId(string path)
        : base(path)
    {
    }

    /// <summary>Something in a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="what">What in it.</param>
    public FileId(string path, string what)
        : base($"{path}/{what}")
    {
    }

    private FileId(string unit, string path, bool _)
        : base($"{unit}/{path}") => Unit = unit;

    private FileId(string? unit, string written, string shown)
        : base(written, shown) => Unit = unit;

    /// <summary>The unit that reads the file; null where none does.</summary>
    public string? Unit { get; }

    /// <summary>A file that a unit reads.</summary>
    /// <param name="unit">The unit's name.</param>
    /// <param name="path">The file's path.</param>
    public static FileId OfUnit(string unit, string path) => new(unit, path, true);

    private protected override SettingId WithText(string text) => new FileId(Unit, Written, text);
}
