using System.Text.Json;
using System.Text.RegularExpressions;

namespace ExsLint.Oracles.Elixir;

/// <summary>What the comparison of printed configurations takes for agreement, and what for a difference.</summary>
public sealed partial class CanonicalComparisonTests
{
    private const string Absent = "{'or':[{'absent':'why'},1]}";

    [Theory]
    [InlineData("[x:1]", "[x:1]", true)]
    [InlineData("[x:1]", "[x:2]", false)]
    [InlineData("[x:1]", "[]", false)]
    [InlineData("[x:1]", "[x:1,y:2]", false)]
    [InlineData("[x:1,y:2]", "[y:2,x:1]", false)]
    [InlineData("[x:{'u':'why'}]", "[x:[1,2]]", true)]
    [InlineData("[x:{'or':[1,2],'if':['a',null]}]", "[x:2]", true)]
    [InlineData("[x:{'or':[1,2]}]", "[x:3]", false)]
    [InlineData("[x:{'or':[1,[y:1]]}]", "[x:[y:1]]", true)]
    [InlineData("[x:{'or':[1,[y:1]]}]", "[x:[y:2]]", false)]
    public void Values_agree_if_one_of_several_does(string ours, string theirs, bool agree) =>
        AssertAgreement(ours, theirs, agree);

    [Theory]
    [InlineData($"[x:{Absent},y:2]", "[y:2]", true)]
    [InlineData($"[x:{Absent},y:2]", "[x:1,y:2]", true)]
    [InlineData($"[x:{Absent},y:2]", "[x:2,y:2]", false)]
    [InlineData($"[x:{Absent},y:2]", "[x:1]", false)]
    [InlineData($"[x:{Absent},y:2]", "[y:2,z:3]", false)]
    [InlineData($"[x:{Absent},y:2]", "[y:2,x:1]", false)]
    [InlineData($"[x:{Absent},y:2,{{'order':'why'}}]", "[y:2,x:1]", true)]
    [InlineData($"[x:{Absent},y:2,{{'order':'why'}}]", "[y:2,z:1]", false)]
    [InlineData($"[x:{Absent},x:2]", "[x:2]", true)]
    [InlineData($"[x:{Absent},x:2]", "[x:1,x:2]", true)]
    [InlineData($"[x:{Absent},x:2]", "[x:1]", false)]
    public void An_entry_that_may_be_missing_is_the_only_one_that_may(string ours, string theirs, bool agree) =>
        AssertAgreement(ours, theirs, agree);

    [Theory]
    [InlineData("[x:1,{'open':'why'}]", "[x:1,z:3]", true)]
    [InlineData("[x:1,{'open':'why'}]", "[z:3,x:1]", true)]
    [InlineData("[x:1,{'open':'why'}]", "[z:3]", false)]
    [InlineData("[x:1,{'open':'why'}]", "[x:1,x:2]", true)]
    [InlineData("[x:1,{'open':'why'}]", "[x:2,x:1]", false)]
    [InlineData("[x:1,y:1,{'open':'why'}]", "[y:1,x:1]", true)]
    [InlineData("[x:1,y:1,{'open':'why'}]", "[y:1,z:1,x:1]", true)]
    [InlineData("[{'open':'why'}]", "[]", true)]
    [InlineData("[{'open':'why'}]", "5", false)]
    [InlineData("[x:1,{'open':'why'}]", "[1,2]", false)]
    [InlineData("[x:1,{'order':'why'}]", "[x:1,z:3]", false)]
    public void An_open_list_may_hold_other_keys(string ours, string theirs, bool agree) => AssertAgreement(ours, theirs, agree);

    [Theory]
    [InlineData("[x:1,{'open':'why'}]", true)]
    [InlineData("[x:1,{'order':'why'},{'open':'why'}]", false)]
    [InlineData("[x:1,{'open':'why'},{'order':'why'}]", false)]
    [InlineData("[{'open':'why'},x:1]", false)]
    [InlineData("[1,{'open':'why'}]", false)]
    [InlineData("[{'open':''}]", false)]
    [InlineData($"[x:{Absent}]", true)]
    [InlineData($"[1,x:{Absent}]", false)]
    [InlineData($"[{Absent}]", false)]
    [InlineData("[x:{'absent':'why'}]", false)]
    [InlineData("[x:{'or':[1]}]", false)]
    [InlineData("[x:{'or':[1,{'or':[2,3]}]}]", false)]
    [InlineData("[x:{'or':[1,2],'if':['a',null]}]", true)]
    [InlineData("[x:{'or':[1,2],'if':['a']}]", false)]
    [InlineData("[x:{'or':[1,2],'if':[null,null]}]", false)]
    [InlineData("[x:{'u':'why','if':['a']}]", false)]
    [InlineData("[x:{'maybe':'why'}]", false)]
    public void The_form_is_that_of_the_docs(string ours, bool isRight) =>
        Assert.Equal(isRight, CanonicalFormat.FindFault(Read(ours), "a") is null);

    private static void AssertAgreement(string ours, string theirs, bool agree)
    {
        Assert.Null(CanonicalFormat.FindFault(Read(ours), "a"));
        Assert.Equal(agree, CanonicalComparison.FindDifference(Read(ours), Read(theirs), "a") is null);
    }

    /// <summary>A term of a short form: <c>x:1</c> is a pair of an atom, quotes are single, numbers are integers.</summary>
    private static JsonElement Read(string text)
    {
        var pairs = Pair().Replace(text, match => $"{{'t':[{{'a':'{match.Groups[1].Value}'}},");
        var closed = Close(pairs);
        return JsonDocument.Parse(Number().Replace(closed, "{'i':'$0'}").Replace('\'', '"')).RootElement;
    }

    /// <summary>Closes each pair behind its value.</summary>
    private static string Close(string text)
    {
        const string Opening = "{'t':[{'a':'";
        var start = text.LastIndexOf(Opening, StringComparison.Ordinal);
        if (start < 0)
        {
            return text.Replace('<', '{').Replace('>', '}');
        }

        var end = text.IndexOf("},", start, StringComparison.Ordinal) + 2;
        for (var depth = 0; depth > 0 || text[end] is not (',' or ']' or '}'); end++)
        {
            depth += text[end] is '[' or '{' or '<' ? 1 : text[end] is ']' or '}' or '>' ? -1 : 0;
        }

        return Close(text[..start] + "<" + text[(start + 1)..end] + "]>" + text[end..]);
    }

    [GeneratedRegex("""\b([xyz]):""")]
    private static partial Regex Pair();

    [GeneratedRegex("""(?<=[\[,])\d""")]
    private static partial Regex Number();
}
