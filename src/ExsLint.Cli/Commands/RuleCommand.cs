using System.CommandLine;
using ExsLint.Cli.Files;
using ExsLint.Cli.Settings;
using ExsLint.Cli.Streams;
using ExsLint.Reporting.Layout;
using ExsLint.Rules;
using ExsLint.Rules.Catalog;
using ExsLint.Semantics.Elixir.Projects;

namespace ExsLint.Cli.Commands;

/// <summary><c>exslint rule</c>: lists the rules, or prints the page of one.</summary>
internal static class RuleCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string?>("ID")
        {
            Description = "A rule (default: all of them).",
            HelpName = "ID",
            Arity = ArgumentArity.ZeroOrOne,
        };
        id.CompletionSources.Add(_ =>
            RuleCatalog.All.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Descriptor.Id)));
        var format = Choice.Option(
            "--format", "How to print (default: text).", ("text", ListFormat.Text), ("json", ListFormat.Json));
        var noColor = Terminal.NoColorOption();
        var command = new Command("rule", "List the rules, or print the page of one.") { id, format, noColor };
        command.SetAction(result =>
            Run(terminal, result.GetValue(id), result.GetValue(format) ?? ListFormat.Text, result.GetValue(noColor)));
        return command;
    }

    private static int Run(Terminal terminal, string? id, ListFormat format, bool noColor)
    {
        if (OwnRules(terminal) is not { } own)
        {
            return ExitCodes.Failure;
        }

        var rules = RuleCatalog.All.Select(rule => rule.Descriptor).Concat(own)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToArray();
        if (id is null)
        {
            if (format == ListFormat.Json)
            {
                RuleListing.WriteJson(rules, terminal.Output);
            }
            else
            {
                RuleListing.WriteText(rules, terminal.IsTerminal, terminal.Styled(noColor));
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
            WritePage(terminal, found, noColor);
        }

        return ExitCodes.Success;
    }

    /// <summary>The rules of a team's own that hold in the working directory; null if its settings cannot be read.</summary>
    private static IEnumerable<RuleDescriptor>? OwnRules(Terminal terminal)
    {
        var folder = new RootFinder(Directory.GetCurrentDirectory(), fallback: null).Find(Directory.GetCurrentDirectory());
        var finder = new SettingsFinder(terminal, new ProjectFiles(folder.Root, []));
        var settings = finder.Of(RootedPath.Join(folder.Relative, MixFile.Name));
        return finder.Failed ? null : settings.Rules.Select(rule => rule.ToRule().Descriptor);
    }

    /// <summary>A terminal gets the page laid out; whoever else reads it, the Markdown.</summary>
    private static void WritePage(Terminal terminal, RuleDescriptor rule, bool noColor)
    {
        var page = RulePage.Read(rule.Id) ?? $"# {rule.Id}\n\n{rule.Description}\n";
        if (terminal.IsTerminal)
        {
            var output = terminal.Styled(noColor);
            MarkdownLayout.Write(page, output);
            output.EndLine();
            RuleListing.WriteFacts(rule, output);
        }
        else
        {
            terminal.Output.Write(page);
        }
    }
}
