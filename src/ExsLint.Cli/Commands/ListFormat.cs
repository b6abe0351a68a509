namespace ExsLint.Cli.Commands;

/// <summary>How a listing is printed.</summary>
internal enum ListFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,
}
