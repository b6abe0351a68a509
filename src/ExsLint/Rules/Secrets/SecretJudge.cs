using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using ExsLint.Frameworks;
using ExsLint.Frameworks.Akkoma;
using ExsLint.Frameworks.Phoenix;
using ExsLint.Frameworks.Published;
using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Projects;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Semantics.Secrets;
using ExsLint.Syntax;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Rules.Secrets;

/// <summary>
/// Judges the texts of a configuration, and keeps what is a secret. A text that is written once is found once, for the first
/// reason that applies.
/// </summary>
/// <param name="model">The configuration.</param>
/// <param name="applications">The applications of known frameworks: some of their keys have rules of their own.</param>
internal sealed class SecretJudge(ConfigModel model, ImmutableArray<ConfiguredApplication> applications)
{
    private const string KeyBase = "secret_key_base";

    /// <summary>No token of a service is shorter, nor a URL with a password in it.</summary>
    private const int ShortestShape = 16;

    private readonly List<SecretFinding> _found = [];
    private readonly HashSet<SyntaxNode> _taken = [];

    /// <summary>The secrets, in the order of the settings.</summary>
    public IReadOnlyList<SecretFinding> Found => _found;

    /// <summary>The secrets of a configuration.</summary>
    public static SecretJudge Of(ConfigModel model, ImmutableArray<ConfiguredApplication> applications)
    {
        var judge = new SecretJudge(model, applications);
        new SecretWalk(model, judge).Run();
        return judge;
    }

    /// <summary>Judges a text, or bytes that are none.</summary>
    public void Judge(SecretPlace place, AbstractValue value, ReadOnlySpan<byte> bytes)
    {
        if (value.Node is not { } node
            || bytes.IsEmpty
            || (place is { Strength: KeyStrength.None, Choice: null } && !MayBeShaped(bytes)))
        {
            return;
        }

        if (!Utf8.IsValid(bytes))
        {
            if (place.Strength == KeyStrength.Strong
                || (place.Strength == KeyStrength.Weak && SecretValues.IsRandom(bytes)))
            {
                Add(new SecretFinding(SecretKind.Named, place.In(model, value), value, node), place, bytes);
            }

            return;
        }

        var text = Encoding.UTF8.GetString(bytes);
        if (place.Choice is { } choice && Fallbacks.VariableOf(choice, value) is { } variable)
        {
            JudgeFallback(place, value, text, variable, node);
            return;
        }

        var kind = KindOf(place, text);
        if (kind is null && !IsKnown(place, text, bytes))
        {
            return;
        }

        // All that is asked of the setting takes time, and most texts are no secrets.
        var setting = place.In(model, value);
        if (setting.Value is ChoiceValue outer && Fallbacks.VariableOf(outer, value) is { } outerVariable)
        {
            JudgeFallback(place, value, text, outerVariable, node);
        }
        else
        {
            Add(
                new SecretFinding(kind?.Kind ?? SecretKind.Published, setting, value, node) { Detail = kind?.Detail ?? "" },
                place,
                bytes);
        }
    }

    /// <summary>Judges what holds while a variable is not set.</summary>
    public void JudgeFallback(SecretPlace place, AbstractValue value, string text, string variable, SyntaxNode? node)
    {
        if (node is null || text.Length == 0)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var strength = SecretKeys.IsProperty(place.Key) ? KeyStrength.None : SecretKeys.Of(variable);
        var named = strength > place.Strength ? place with { Strength = strength } : place;
        var kind = KeyShapes.KindOf(text) is not null || NamedSecret.Is(named, text, isFallback: true) ? SecretKind.Fallback
            : CredentialUrls.HasPassword(text) ? SecretKind.Url
            : (SecretKind?)null;
        if (kind is not null || IsPublished(named, bytes, variable))
        {
            var literal = new BinaryValue([.. bytes]) { Node = node };
            var setting = place.In(model, value is UnknownValue ? literal : value);
            Add(
                new SecretFinding(kind ?? SecretKind.Published, setting, literal, node) { Variable = variable }, named, bytes);
        }
    }

    /// <summary>Judges a text into which something unknown is put at run time.</summary>
    public void JudgeJoined(SecretPlace place, UnknownValue value, StringLiteralSyntax literal)
    {
        if (JoinedUrl.MayBe(literal) && CredentialUrls.HasPassword(JoinedUrl.TextOf(literal)))
        {
            Add(new SecretFinding(SecretKind.Url, place.In(model, value), value, literal), place, []);
        }
    }

    private static (SecretKind Kind, string Detail)? KindOf(SecretPlace place, string text) =>
        KeyShapes.KindOf(text) is { } shape ? (SecretKind.Shaped, shape)
        : CredentialUrls.HasPassword(text) ? (SecretKind.Url, "")
        : NamedSecret.Is(place, text) ? (SecretKind.Named, "")
        : null;

    /// <summary>
    /// Whether a text that looks like no secret may be one: a placeholder that holds, or a constant that is published.
    /// </summary>
    private static bool IsKnown(SecretPlace place, string text, ReadOnlySpan<byte> bytes) =>
        NamedSecret.Is(place, text, isFallback: true) || IsPublished(place, bytes, null);

    private static bool IsPublished(SecretPlace place, ReadOnlySpan<byte> bytes, string? variable) =>
        place.Strength != KeyStrength.None && PublishedSecrets.Find(bytes, place.App, variable) is { Use: PublishedUse.Secret };

    private static bool MayBeShaped(ReadOnlySpan<byte> bytes) => bytes.Length >= ShortestShape
        && (bytes.IndexOfAny((byte)' ', (byte)'\n') < 0 || bytes.IndexOf("://"u8) >= 0 || bytes.IndexOf("-----BEGIN"u8) >= 0);

    private void Add(SecretFinding finding, SecretPlace place, ReadOnlySpan<byte> bytes)
    {
        if (!AddPublished(finding, place, bytes)
            && finding.Kind != SecretKind.Published
            && !HasOwnRule(place)
            && !IsDefault(finding)
            && !PrivateFiles.Hold(model, finding.Value)
            && _taken.Add(finding.Node))
        {
            _found.Add(finding);
        }
    }

    /// <summary>
    /// Adds what everyone can read elsewhere, be it in a private file. Akkoma's own rule knows the constants of its endpoint.
    /// </summary>
    /// <returns>Whether it is such a constant.</returns>
    private bool AddPublished(SecretFinding finding, SecretPlace place, ReadOnlySpan<byte> bytes)
    {
        if (place.Strength == KeyStrength.None
            || PublishedSecrets.Find(bytes, place.App, finding.Variable) is not { Use: PublishedUse.Secret } published)
        {
            return false;
        }

        if (!IsOfAkkoma(place) && !IsDefault(finding) && _taken.Add(finding.Node))
        {
            _found.Add(finding with
            {
                Kind = SecretKind.Published,
                Detail = $"{published.File} of {published.Project}",
                IsPrivate = PrivateFiles.Hold(model, finding.Value),
            });
        }

        return true;
    }

    /// <summary>What a framework has built in.</summary>
    private bool IsDefault(SecretFinding finding) => model.FileOf(finding.Value)?.Role == ConfigFileRole.Defaults;

    /// <summary>Whether another rule judges a key: phoenix-secret-key-base, akkoma-default-secret, akkoma-admin-token.</summary>
    private bool HasOwnRule(SecretPlace place) => IsOfAkkoma(place)
        || (place is { Key: KeyBase, Parent: { Parent: null } endpoint }
            && applications.OfType<PhoenixApplication>().Any(application =>
                application.Name == place.App && application.Endpoints.Contains(endpoint.Key)))
        || place is { App: AkkomaInstance.App, Key: "admin_token", Parent: null };

    private static bool IsOfAkkoma(SecretPlace place) => place is { App: AkkomaInstance.App, Key: KeyBase };
}
