using System.CommandLine;
using ExsLint.Reporting;
using ExsLint.Rules;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint rule</c>: lists the rules, or prints the page of one.</summary>
internal static class RuleCommand
{
    private enum ListFormat
    {
        Text,
        Json,
    }

    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string?>("ID") { Description = "A rule (default: all of them).", HelpName = "ID", Arity = ArgumentArity.ZeroOrOne };
        id.CompletionSources.Add(_ => RuleCatalog.All.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Descriptor.Id)));
        var format = Choice.Option("--format", "How to print (default: text).", ("text", ListFormat.Text), ("json", ListFormat.Json));
        var command = new Command("rule", "List the rules, or print the page of one.") { id, format };
        command.SetAction(result => Run(terminal, result.GetValue(id), result.GetValue(format) ?? ListFormat.Text));
        return command;
    }

    private static int Run(Terminal terminal, string? id, ListFormat format)
    {
        var rules = RuleCatalog.All.Select(rule => rule.Descriptor).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToArray();
        if (id is null)
        {
            if (format == ListFormat.Json)
            {
                RuleListing.WriteJson(rules, terminal.Output);
            }
            else
            {
                RuleListing.WriteText(rules, terminal.Output);
            }

            return ExitCodes.Success;
        }

        if (Array.Find(rules, rule => rule.Id == id) is not { } found)
        {
            terminal.Report(DiagnosticLevel.Error, RuleHint.Unknown(id));
            return ExitCodes.Failure;
        }

        if (format == ListFormat.Json)
        {
            RuleListing.WriteJson(found, terminal.Output);
        }
        else
        {
            terminal.Output.Write(RulePage.Read(id) ?? $"# {found.Title}\n\n{found.Description}\n\nReference: <{found.ReferenceUri}>\n");
        }

        return ExitCodes.Success;
    }
}
