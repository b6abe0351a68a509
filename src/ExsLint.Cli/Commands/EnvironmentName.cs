using System.CommandLine;
using ExsLint.Analysis;
using ExsLint.Semantics.Elixir.Model;

namespace ExsLint.Cli.Commands;

/// <summary>The option that names an environment.</summary>
internal static class EnvironmentName
{
    /// <summary>Makes the option.</summary>
    /// <param name="description">What the environment is for.</param>
    public static Option<string?> Option(string description)
    {
        var option = new Option<string?>("--env") { Description = description, HelpName = "NAME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !KnownEnvironments.IsName(result.Tokens[^1].Value))
            {
                result.AddError($"--env takes a name like prod, not '{result.Tokens[^1].Value}'");
            }
        });
        return option;
    }

    /// <summary>The environment that was named, or the one that is meant without.</summary>
    public static string Of(ParseResult result, Option<string?> option) =>
        result.GetValue(option) ?? LintOptions.DefaultEnvironment;
}
