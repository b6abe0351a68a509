namespace ExsLint.Frameworks.Published;

/// <summary>What a published constant is used for.</summary>
public enum PublishedUse
{
    /// <summary>It signs, encrypts or opens something: who knows it needs nothing else.</summary>
    Secret,

    /// <summary>It is put to a secret before that is used. It is no secret by design.</summary>
    Salt,
}

/// <summary>A constant that everyone can read in the source of a project.</summary>
/// <param name="Project">The project: <c>Blockscout</c>.</param>
/// <param name="File">The file of it that holds the constant.</param>
/// <param name="Use">What it is used for.</param>
public sealed record PublishedSecret(string Project, string File, PublishedUse Use = PublishedUse.Secret)
{
    /// <summary>The only application that it is a constant of, and what its variables start with; null for any.</summary>
    internal string? OnlyIn { get; init; }
}
