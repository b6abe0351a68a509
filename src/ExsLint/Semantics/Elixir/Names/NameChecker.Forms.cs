using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <content>The sections that special forms, <c>if</c> and <c>unless</c> take, and the modules that directives take.</content>
internal sealed partial class NameChecker
{
    /// <summary>Reports a form with sections that it does not take, or without those that it needs.</summary>
    private void CheckForm(CallSyntax call, string name, NameScope scope)
    {
        if (SectionsOf(call) is { } sections && FaultOf(name, sections, call) is { } fault)
        {
            Refuse(call, fault, scope);
        }

        if (DirectiveFaults.Of(call) is { } wrong)
        {
            Refuse(call, wrong, scope);
        }
    }

    private static string? FaultOf(string name, ImmutableArray<string> sections, CallSyntax call) => name switch
    {
        "if" or "unless" =>
            sections is ["do"] or ["do", "else"] ? null : $"{name} with other sections than do and else, in this order",
        "try" when call.Arguments.IsEmpty && sections is ["do"] => "try without rescue, catch, else or after",
        "case" or "cond" when call.DoBlock is not null && sections is not ["do"] => $"{name} with other sections than do",
        "case" or "cond" when call.DoBlock is { Sections: [{ Body.HasClauses: false }] } => $"{name} without clauses",
        "for" or "with" when !sections.Contains("do") => $"{name} without do",
        "try" or "with" or "receive" when sections.Distinct().Count() != sections.Length => $"{name} with a section twice",
        _ => null,
    };

    /// <summary>
    /// The names of the sections, in a do-block or as the last argument; null where they are written in any other way.
    /// </summary>
    private static ImmutableArray<string>? SectionsOf(CallSyntax call)
    {
        if (call.DoBlock is { } block)
        {
            return [.. block.Sections.Select(section => section.Keyword.Text)];
        }

        if (call.Arguments is not [.., var last])
        {
            return null;
        }

        var pairs = last switch
        {
            KeywordListSyntax keywords => keywords.Pairs,
            ListSyntax list when list.Elements.All(element => element is KeywordPairSyntax) =>
                [.. list.Elements.Cast<KeywordPairSyntax>()],
            _ => [],
        };
        return pairs.Any(pair => pair.KeyName is null) || (pairs.IsEmpty && last is not BinaryOperatorSyntax)
            ? null
            : [.. pairs.Select(pair => pair.KeyName!)];
    }
}
