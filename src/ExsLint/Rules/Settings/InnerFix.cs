using ExsLint.Semantics.Elixir.Model;
using ExsLint.Semantics.Elixir.Values;
using ExsLint.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExsLint.Rules.Settings;

/// <summary>
/// The fix of a setting that no path of keys leads to, because it stands in a tuple or in one of the elements of a list: the text
/// of what is around it and can be asked for is what tells whether the fix has its effect.
/// </summary>
internal static class InnerFix
{
    /// <summary>A fix as the editor of settings can prove it; the same one where keys lead to the setting.</summary>
    /// <param name="model">The configuration.</param>
    /// <param name="setting">The setting, as it was found.</param>
    /// <param name="value">Its value.</param>
    /// <param name="fix">What to write in the value's place.</param>
    public static SettingFix Of(ConfigModel model, Setting setting, AbstractValue value, SettingFix fix)
    {
        if (fix is not { Setting: null, Rewritten: null } || value.Origin is not { Node: var inner })
        {
            return fix;
        }

        for (var length = setting.Keys.Length; length > 0; length--)
        {
            var around = model.Get(setting.App, setting.Keys[0], setting.Keys.AsSpan()[1..length]);
            if (around.Alternatives.Contains(value, ReferenceEqualityComparer.Instance))
            {
                return fix;
            }

            if (around.Value.Origin?.Node is { } outer && outer.Tree == inner.Tree && outer.Span.Contains(inner.Span))
            {
                return fix with { Setting = around, Text = TextWith(outer, inner.Span, fix.Text), Rewritten = fix.Text };
            }
        }

        return fix;
    }

    private static string TextWith(SyntaxNode outer, TextSpan inner, string text)
    {
        var start = inner.Start - outer.Span.Start;
        return outer.ToString().Remove(start, inner.Length).Insert(start, text);
    }
}
