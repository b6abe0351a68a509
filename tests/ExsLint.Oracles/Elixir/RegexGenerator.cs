namespace ExsLint.Oracles.Elixir;

/// <summary>Makes regular expressions, texts they may match, and calls that use them.</summary>
internal sealed class RegexGenerator(int seed)
{
    private static readonly string[] Atoms =
    [
        "a", "b", "c", "A", "B", "0", "1", " ", "-", "_", ",", ".", "\\.", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\h", "\\n",
        "\\t", "[ab]", "[^a]", "[a-c]", "[^a-c0]", "[\\d_]", "[]a]",
        "[a\\]]", "[[:alpha:]]", "[[:digit:]a]", "[[:space:]]", "[[:upper:]]", "[[:lower:]b]", "[\\w-]", "[a-]", "[.]",
        "[\\s\\d]", "\\x61", "\\x{62}", "\\-", "\\/", "]", "}", "ab", "abc", "https?", "[[]",
        "[a&&b]", "[a-z-[b]]", "[[:punct:]]", "[[:word:]]", "\\e", "[\\b]",
    ];

    private static readonly string[] Places = ["^", "$", "\\A", "\\z", "\\Z", "\\b", "\\B"];

    private static readonly string[] Times =
        ["*", "+", "?", "*?", "+?", "??", "*+", "++", "{2}", "{1,2}", "{1,}", "{0,2}?", "{2,}?", "{,2}", "{1"];

    private static readonly string[] Written =
    [
        "^(\\d+)\\.(\\d+)\\.(\\d+)$", "^v?(?<major>\\d+)(?:\\.(?<minor>\\d+))?", "\\s*,\\s*", "^https?://[^/]+",
        "^(true|yes|on|1)$", "[^a-z0-9]+", "(?<user>[^:@]+):(?<pass>[^@]+)@(?<host>.+)$", "\\A[A-Z_]+\\z",
        "(a+)(b+)?", "(a)|(b)|(c)", "(?=a)\\w", "a(?!b)", "(?>a+)b", "(\\w)\\1", "(a|ab)(c|bcd)?", "x*", "", "^", "$", "\\b",
        "(?:a|b)*?c", "(?:,|$)", "(a*)", "(?P<y>\\d)(?'z'\\w)", "[\\r\\n]+",
    ];

    private static readonly string[] Subjects =
    [
        "", "a", "b", "ab", "abc", "aab", "abcabc", "a,b, c ,d", "1.2.3", "v10.4", "https://x.org/p?q=1", "user:pw@host", "A_B",
        "Ab cD", "foo\\nbar", "foo\\n", "\\n\\n", "aaa", "a-b_c", "true", "10 20 30",
        "a.b", "]}", "abab", "a b\\tc", "é", "aéb", "caab", "bcd", "\\r\\n", "a\\rb", "00a1", "__", "https", "ABC abc", "\\v",
        "\\e[0m", "ü,ö", "naïve café, 10", "日本 a.b", "https://bücher.example/ä?q=1", "é\\n", "\\xff,a",
    ];

    private static readonly string[] Replacements =
        ["\"\"", "\"-\"", "\"<\\\\0>\"", "\"\\\\1\\\\2\"", "\"\\\\g{1}x\"", "\"\\\\\\\\\"", "\"\\\\x\"", "\"\\\\\"",
            "fn x -> \"[\" <> x <> \"]\" end", "fn _, a -> a end", "fn _, a, b -> b <> a end"];

    private static readonly string[] CaptureOptions =
        ["[]", "[capture: :all]", "[capture: :first]", "[capture: :all_but_first]", "[capture: :none]", "[return: :index]",
            "[capture: :all_but_first, return: :index]", "[capture: [1]]", "[capture: :all_names]", "[capture: [:major]]"];

    private static readonly string[] SplitOptions =
        ["[]", "[trim: true]", "[parts: 2]", "[include_captures: true]", "[parts: 2, trim: true]",
            "[trim: true, include_captures: true]", "[parts: 1]"];

    private readonly Random _random = new(seed);

    /// <summary>An expression that matches, splits or replaces.</summary>
    public string Next()
    {
        var (regex, subject) = (Regex(), Subject());
        return _random.Next(14) switch
        {
            0 => $"{subject} =~ {regex}",
            1 => $"Regex.match?({regex}, {subject})",
            2 => $"Regex.run({regex}, {subject})",
            3 => $"Regex.run({regex}, {subject}, {Pick(CaptureOptions)})",
            4 => $"Regex.scan({regex}, {subject})",
            5 => $"Regex.scan({regex}, {subject}, {Pick(CaptureOptions)})",
            6 => $"Regex.named_captures({regex}, {subject})",
            7 => $"Regex.split({regex}, {subject}, {Pick(SplitOptions)})",
            8 => $"String.split({subject}, {regex}, {Pick(SplitOptions)})",
            9 => $"String.replace({subject}, {regex}, {Pick(Replacements)}{Pick(["", "", ", global: false"])})",
            10 => $"Regex.replace({regex}, {subject}, {Pick(Replacements)})",
            11 => $"Regex.source({regex})",
            12 => $"Regex.names({regex})",
            _ => $"String.match?({subject}, {regex})",
        };
    }

    private string Regex()
    {
        var pattern = _random.Next(3) == 0 ? Pick(Written) : Pattern(_random.Next(3));
        var options = Pick(["", "", "", "i", "m", "s", "x", "u", "im", "ix", "U"]);
        return pattern.Contains('#', StringComparison.Ordinal) ? "~r/a/"
            : $"~{Pick(["r", "r", "R"])}'{pattern.Replace("'", "\\'", StringComparison.Ordinal)}'{options}";
    }

    private string Subject() =>
        $"\"{(_random.Next(2) == 0 ? Pick(Subjects) : string.Concat(Enumerable.Range(0, _random.Next(12)).Select(_ => Pick(["a", "b", "c", "A", "0", "1", " ", "-", ",", "\\n", "_", "x"]))))}\"";

    private string Pattern(int depth) =>
        string.Join(
            "|",
            Enumerable.Range(0, _random.Next(5) == 0 ? 2 : 1)
                .Select(_ => string.Concat(Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Item(depth)))));

    private string Item(int depth)
    {
        var item = _random.Next(8) switch
        {
            0 => Pick(Places),
            1 or 2 or 3 when depth > 0 =>
                Pick(["(", "(", "(?:", "(?<n>", "(?=", "(?!", "(?>", "(?i)(", "(?<="]) + Pattern(depth - 1) + ")",
            4 => "\\1",
            _ => Pick(Atoms),
        };
        return _random.Next(3) == 0 ? item + Pick(Times) : item;
    }

    private string Pick(string[] items) => items[_random.Next(items.Length)];
}
