using ExsLint.Syntax.Elixir.Language;
using ExsLint.Syntax.Elixir.Literals;
using ExsLint.Syntax.Elixir.Names;
using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Syntax.Elixir.Quoted;

/// <summary>Calls, and the names of modules and functions, as terms.</summary>
internal sealed class QuotedCalls(QuotedSteps steps, ElixirDialect dialect)
{
    /// <summary>Adds a call with its do-block.</summary>
    public void Add(CallSyntax call)
    {
        steps.Add("{\"t\":[");
        switch (call.Callee)
        {
            case IdentifierSyntax identifier:
                steps.AddAtom(identifier.Name);
                break;
            case MemberAccessSyntax member:
                AddDot(member);
                break;
            default:
                steps.Add(call.Callee);
                break;
        }

        steps.Add(",[],[");
        steps.AddAll(call.Arguments);
        if (call.DoBlock is { } block)
        {
            steps.Add(call.Arguments.IsEmpty ? "[" : ",[");
            for (var i = 0; i < block.Sections.Length; i++)
            {
                steps.Add(i == 0 ? "{\"t\":[" : ",{\"t\":[");
                steps.AddAtom(block.Sections[i].Keyword.Text);
                steps.Add(",");
                steps.Add(block.Sections[i].Body);
                steps.Add("]}");
            }

            steps.Add("]");
        }

        steps.Add("]]}");
    }

    /// <summary>Adds <c>left.name</c>, without what it is called with.</summary>
    public void AddDot(MemberAccessSyntax member)
    {
        steps.Add("{\"t\":[{\"a\":\".\"},[],[");
        steps.Add(member.Left);
        if (member.NameToken is { } name)
        {
            steps.Add(",");
            steps.AddAtom(NameText.Normalize(name.Text));
        }
        else if (member.QuotedName is { } quoted)
        {
            steps.Add(",");
            steps.AddAtom(StringContent.GetCallName(quoted, dialect));
        }

        steps.Add("]]}");
    }

    /// <summary>Adds a module's name: <c>A.B.C</c> is one term, whatever stands before the first dot.</summary>
    public void AddAlias(ExpressionSyntax node)
    {
        var segments = new List<string>();
        var left = node;
        while (true)
        {
            left = QuotedShape.StripParentheses(left);
            if (left is QualifiedAliasSyntax qualified)
            {
                segments.Add(qualified.Name.Text);
                left = qualified.Left;
            }
            else
            {
                break;
            }
        }

        steps.Add("{\"t\":[{\"a\":\"__aliases__\"},[],[");
        if (left is AliasSyntax first)
        {
            steps.AddAtom(first.Name);
        }
        else
        {
            steps.Add(left);
        }

        for (var i = segments.Count - 1; i >= 0; i--)
        {
            steps.Add(",");
            steps.AddAtom(segments[i]);
        }

        steps.Add("]]}");
    }
}
