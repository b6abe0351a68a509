using System.Collections.Immutable;
using System.Text;
using ExsLint.Semantics.Elixir.RegularExpressions;
using ExsLint.Semantics.Elixir.Values;
using static ExsLint.Semantics.Elixir.Functions.Terms;

namespace ExsLint.Semantics.Elixir.Functions;

/// <summary><c>Regex</c>, and the functions of <c>String</c> and <c>Kernel</c> that take a regular expression.</summary>
internal static class RegexFunctions
{
    /// <summary>What <c>Regex.escape/1</c> puts a backslash before (regex.ex, Elixir 1.14).</summary>
    private const string Escapable = ".^$*+?()[]{}|#-\\\t\n\v\f\r ";

    public static void AddTo(FunctionTable table)
    {
        table.In("Kernel").Calling("=~", 2, ValueShape.Boolean, (site, a) => Contains(site, a[0], a[1]));
        table.In("String").Calling("match?", 2, ValueShape.Boolean, (site, a) => IsMatch(site, a[1], a[0]));
        table.In("Regex")
            .Calling("match?", 2, ValueShape.Boolean, (site, a) => IsMatch(site, a[0], a[1]))
            .Calling("run", 2, ValueShape.Any, (site, a) => Run(site, a, ListValue.Empty))
            .Calling("run", 3, ValueShape.Any, (site, a) => Run(site, a, a[2]))
            .Calling("scan", 2, ValueShape.List, (site, a) => Scan(site, a, ListValue.Empty))
            .Calling("scan", 3, ValueShape.List, (site, a) => Scan(site, a, a[2]))
            .Calling("named_captures", 2, ValueShape.Any, (site, a) => Search(site, a[0], a[1], search => NamedCaptures(search)))
            .Calling("split", 2, ValueShape.List, (site, a) =>
                Search(site, a[0], a[1], search => RegexSplit.Split(search, ListValue.Empty)))
            .Calling("split", 3, ValueShape.List, (site, a) => Search(site, a[0], a[1], search => RegexSplit.Split(search, a[2])))
            .Calling("replace", 3, ValueShape.Binary, (site, a) => Replace(site, a[0], a[1], a[2], ListValue.Empty))
            .Calling("replace", 4, ValueShape.Binary, (site, a) => Replace(site, a[0], a[1], a[2], a[3]))
            .Partial("source", 1, ValueShape.Binary, a =>
                a[0] is RegexValue { Pattern: not null, IsUnescaped: false } regex ? regex.Source : IsNoRegex(a[0]) ? Raise
                    : null)
            .Partial("names", 1, ValueShape.List, a =>
                a[0] is RegexValue { Pattern: { } pattern } ? List(pattern.Names.Select(name => Str(name.Name)))
                    : IsNoRegex(a[0]) ? Raise
                    : null)
            .Partial("escape", 1, ValueShape.Binary, a => a[0] is BinaryValue ? Bytes(Escape(BytesOf(a[0])!)) : Raise)
            .Partial("compile", 1, ValueShape.Any, a =>
                Compile(a[0], Str("")) is { } regex ? regex is RegexValue ? Ok(regex) : regex : null)
            .Partial("compile", 2, ValueShape.Any, a =>
                Compile(a[0], a[1]) is { } regex ? regex is RegexValue ? Ok(regex) : regex : null)
            .Partial("compile!", 1, ValueShape.Any, a => Compile(a[0], Str("")))
            .Partial("compile!", 2, ValueShape.Any, a => Compile(a[0], a[1]));
    }

    /// <summary><c>text =~ part</c>, <c>text =~ regex</c>; null where that is not known.</summary>
    public static AbstractValue? Contains(CallSite site, AbstractValue text, AbstractValue part) => (text, part) switch
    {
        (BinaryValue subject, BinaryValue sought) => Truth(subject.Bytes.AsSpan().IndexOf(sought.Bytes.AsSpan()) >= 0),
        (BinaryValue, _) => IsMatch(site, part, text),
        _ => IsNoText(text) ? Raise : null,
    };

    /// <summary><c>Regex.replace/4</c></summary>
    public static AbstractValue? Replace(
        CallSite site, AbstractValue regex, AbstractValue text, AbstractValue replacement, AbstractValue options) =>
        Search(site, regex, text, search => RegexReplacement.Replace(site, search, replacement, options));

    /// <summary>Does something with the matches; null where they are not known.</summary>
    public static AbstractValue? Search(
        CallSite site, AbstractValue regex, AbstractValue text, Func<RegexSearch, AbstractValue?> body)
    {
        if (IsNoRegex(regex) || IsNoText(text))
        {
            return Raise;
        }

        if (regex is not RegexValue { Pattern: { } pattern }
            || BytesOf(text) is not { } subject
            || RegexSearch.Of(pattern, subject) is not { } search)
        {
            return null;
        }

        var value = body(search);
        return site.Budget.TrySpend(search.Steps) && !search.GaveUp ? value : null;
    }

    private static bool IsNoRegex(AbstractValue value) =>
        value is AtomValue or IntegerValue or FloatValue or BinaryValue or TupleValue or ListValue or FunctionValue
            or MapValue { IsStruct: false };

    private static bool IsNoText(AbstractValue value) =>
        value is AtomValue or IntegerValue or FloatValue or TupleValue or ListValue or FunctionValue or MapValue or OpaqueValue;

    private static AbstractValue? IsMatch(CallSite site, AbstractValue regex, AbstractValue text) =>
        Search(site, regex, text, search => Truth(search.First() is not null));

    private static AbstractValue? Run(CallSite site, ImmutableArray<AbstractValue> a, AbstractValue options) => Search(
        site, a[0], a[1], search => RegexCaptures.TryRead(search, options) is { } captures
            ? search.First() is { } match ? captures.Of(match) : Nil
            : null);

    private static AbstractValue? Scan(CallSite site, ImmutableArray<AbstractValue> a, AbstractValue options) => Search(
        site, a[0], a[1], search => RegexCaptures.TryRead(search, options) switch
        {
            null => null,
            { IsNone: true } => ListValue.Empty,
            var captures => List(search.All().Select(captures.Of)),
        });

    private static AbstractValue NamedCaptures(RegexSearch search)
    {
        if (search.First() is not { } match)
        {
            return Nil;
        }

        var captures = new MapBuilder();
        foreach (var (name, number) in search.Pattern.Names)
        {
            captures.Put(Str(name), RegexCaptures.TextOf(search, match[number]));
        }

        return captures.ToMap();
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(Escapable.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A regex, where the pattern certainly compiles; it raises for what is no pattern.</summary>
    private static AbstractValue? Compile(AbstractValue source, AbstractValue options)
    {
        if (source is not BinaryValue pattern)
        {
            return IsNoText(source) ? Raise : null;
        }

        return RegexLetters.Of(options) is { } letters
            && new RegexValue(pattern with { Node = null }, letters) is { Pattern: not null } regex
            ? regex
            : null;
    }
}
