using System.Collections.Immutable;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>The sections that special forms, <c>if</c> and <c>unless</c> take.</summary>
internal static class SectionForms
{
    /// <summary>What is wrong with a form's sections: some that it does not take, or lack of those that it needs.</summary>
    public static string? FaultOf(CallSyntax call, string name) =>
        name is "if" or "unless" or "try" or "case" or "cond" or "for" or "with" or "receive"
            && SectionsOf(call) is { } sections
            ? FaultOf(name, sections, call)
            : null;

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
