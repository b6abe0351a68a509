using ExsLint.Syntax.Elixir.Nodes;

namespace ExsLint.Semantics.Elixir.Names;

/// <summary>Captures: <c>&amp;f/1</c>, <c>&amp;Mod.f/1</c>, <c>&amp;(&amp;1 + 1)</c>.</summary>
internal sealed class CaptureNames(INameVisitor expressions, UsedNames names)
{
    private bool _isInCapture;

    /// <summary>Looks at a capture, or at <c>&amp;1</c> as one.</summary>
    public void Visit(UnaryOperatorSyntax capture, NameScope scope)
    {
        if (CaptureForm.IsApart(capture))
        {
            return;
        }

        if (CaptureForm.ArgumentOf(capture) is not null)
        {
            VisitArgument(capture, scope);
            return;
        }

        if (_isInCapture)
        {
            names.Refuse(capture, "capture within a capture", scope);
            return;
        }

        if (CaptureForm.FunctionOf(capture) is { } named)
        {
            VisitNamed(capture, named.Callee, named.Arity, scope);
            return;
        }

        if (FaultOf(capture.Operand) is { } fault)
        {
            names.Refuse(capture, fault, scope);
            return;
        }

        _isInCapture = true;
        expressions.Visit(capture.Operand, scope);
        _isInCapture = false;
    }

    /// <summary>Refuses an argument of a capture that is not in one.</summary>
    public void VisitArgument(ExpressionSyntax argument, NameScope scope)
    {
        if (!_isInCapture)
        {
            names.Refuse(argument, "argument of a capture outside of one", scope);
        }
    }

    private void VisitNamed(UnaryOperatorSyntax capture, ExpressionSyntax? callee, int arity, NameScope scope)
    {
        if (arity > CaptureForm.MaximumArity)
        {
            names.Refuse(capture, "capture of more than 255 arguments", scope);
        }
        else if (callee is null or IdentifierSyntax)
        {
            names.Use(callee ?? capture, (callee as IdentifierSyntax)?.Name ?? "/", arity, scope);
        }
        else
        {
            // `& &1.x/1` is a function too.
            _isInCapture = true;
            expressions.Visit(callee, scope);
            _isInCapture = false;
        }
    }

    /// <summary>What is wrong with a captured expression; null where it is a function.</summary>
    private static string? FaultOf(ExpressionSyntax written)
    {
        var captured = CaptureForm.Unwrap(written);
        if (captured is ParenthesizedSyntax { Body.HasClauses: false })
        {
            return "capture of a block";
        }

        var numbers = new HashSet<int>();
        foreach (var part in CaptureForm.PartsOf(captured))
        {
            if (CaptureForm.IsApart(part))
            {
                return null;
            }

            if (CaptureForm.ArgumentOf(part) is not { } number)
            {
                return "capture within a capture";
            }

            numbers.Add(number);
        }

        return captured is ParenthesizedSyntax ? null
            : numbers.Count == 0 ? "capture without an argument"
            : numbers.Contains(0) || numbers.Max() > CaptureForm.MaximumArity
                ? "argument of a capture that is not one of &1 to &255"
            : numbers.Max() != numbers.Count ? $"capture with &{numbers.Max()} that lacks an argument before it"
            : null;
    }
}
