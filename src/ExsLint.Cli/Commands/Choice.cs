using System.CommandLine;

namespace ExsLint.Cli.Commands;

/// <summary>Options whose value is one of a few words.</summary>
internal static class Choice
{
    /// <summary>An option that takes one of these words.</summary>
    /// <param name="name">The option, dashes included.</param>
    /// <param name="description">What it does.</param>
    /// <param name="words">The words and what they stand for.</param>
    public static Option<T?> Option<T>(string name, string description, params (string Word, T Value)[] words)
        where T : struct
    {
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', words.Select(choice => choice.Word)),
            CustomParser = result =>
            {
                var word = result.Tokens[^1].Value;
                foreach (var choice in words)
                {
                    if (choice.Word == word)
                    {
                        return choice.Value;
                    }
                }

                result.AddError($"{name} takes {string.Join(", ", words.Select(choice => choice.Word))}, not '{word}'");
                return null;
            },
        };
        option.CompletionSources.Add([.. words.Select(choice => choice.Word)]);
        return option;
    }
}
