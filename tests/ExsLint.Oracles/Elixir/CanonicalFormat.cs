using System.Text.Json;

namespace ExsLint.Oracles.Elixir;

/// <summary>The form of what <c>exslint config --format json</c> prints, as <c>docs/json.md</c> describes it.</summary>
internal static class CanonicalFormat
{
    /// <summary>What is wrong with the form of a value, and where; null if nothing is.</summary>
    /// <param name="value">A value of ExsLint's.</param>
    /// <param name="path">Where it is.</param>
    public static string? FindFault(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Array => FaultOfList(value, path),
        JsonValueKind.Object => FaultOfObject(value, path, isEntry: false),
        _ => Fault(path, value, "no term"),
    };

    private static string? FaultOfObject(JsonElement value, string path, bool isEntry)
    {
        var members = value.EnumerateObject().ToList();
        if (members.Count > 0 && members[0].Name == "or")
        {
            return FaultOfChoice(value, members, path, isEntry);
        }

        if (members is not [{ Name: var tag, Value: var content }])
        {
            return Fault(path, value, "not one member");
        }

        return tag switch
        {
            "a" or "s" or "b" or "i" or "f" => content.ValueKind == JsonValueKind.String ? null : Fault(path, value, "no text"),
            "u" => FaultOfReason(content, path),
            "t" => content.EnumerateArray().Select((item, index) => FindFault(item, $"{path}{{{index}}}"))
                .FirstOrDefault(IsFault),
            "m" => content.EnumerateArray()
                .SelectMany(pair => pair.EnumerateArray().Select(item => FindFault(item, $"{path}%"))).FirstOrDefault(IsFault),
            _ => Fault(path, value, $"'{tag}' is misplaced or not known"),
        };
    }

    /// <summary>
    /// Several members, none of them one of several itself; one may be the absence of an entry. As many conditions, where one has
    /// any.
    /// </summary>
    private static string? FaultOfChoice(JsonElement value, List<JsonProperty> properties, string path, bool isEntry)
    {
        var members = properties[0].Value.EnumerateArray().ToList();
        var absences = members.FindAll(member => CanonicalJson.IsTagged(member, "absent", out _));
        if (members.Count < 2 || absences.Count > (isEntry ? 1 : 0))
        {
            return Fault(path, value, "too few members, or too much that is absent");
        }

        if (members.Exists(member => CanonicalJson.IsTagged(member, "or", out _)))
        {
            return Fault(path, value, "one of several within one of several");
        }

        return FaultOfConditions(value, properties, members.Count, path)
            ?? absences.Select(absence => FaultOfReason(absence.GetProperty("absent"), path)).FirstOrDefault(IsFault)
            ?? members.Except(absences).Select(member => FindFault(member, path)).FirstOrDefault(IsFault);
    }

    private static string? FaultOfConditions(JsonElement value, List<JsonProperty> properties, int count, string path)
    {
        if (properties.Count == 1)
        {
            return null;
        }

        if (properties is not [_, { Name: "if" } conditions] || conditions.Value.GetArrayLength() != count)
        {
            return Fault(path, value, "not as many conditions as members");
        }

        var kinds = conditions.Value.EnumerateArray().Select(condition => condition.ValueKind).ToList();
        return kinds.Contains(JsonValueKind.String)
            && kinds.TrueForAll(kind => kind is JsonValueKind.String or JsonValueKind.Null)
            ? null : Fault(path, value, "conditions are texts, and left out where there are none");
    }

    private static string? FaultOfList(JsonElement list, string path)
    {
        var items = list.EnumerateArray().ToList();
        var entries = items.FindAll(item => !CanonicalJson.IsMark(item));
        var marks = string.Join(' ', items.Skip(entries.Count).Select(MarkOf));
        if (marks is not ("" or "open" or "order"))
        {
            return Fault(path, list, "what is said of a list is misplaced");
        }

        var isKeyword = entries.TrueForAll(entry => CanonicalJson.PairOf(entry) is not null);
        if (entries.Count < items.Count && !isKeyword)
        {
            return Fault(path, list, "no keyword list");
        }

        return items.Skip(entries.Count)
            .Select(mark => FaultOfReason(mark.EnumerateObject().First().Value, path)).FirstOrDefault(IsFault)
            ?? entries.Select((entry, index) => FaultOfItem(entry, $"{path}[{index}]", isKeyword)).FirstOrDefault(IsFault);
    }

    private static string? FaultOfItem(JsonElement item, string path, bool isKeyword) =>
        isKeyword && CanonicalJson.PairOf(item) is { Value.ValueKind: JsonValueKind.Object } pair
            ? FaultOfObject(pair.Value, path, isEntry: true)
            : FindFault(item, path);

    private static string MarkOf(JsonElement item) => CanonicalJson.IsMark(item) ? item.EnumerateObject().First().Name : "entry";

    private static string? FaultOfReason(JsonElement reason, string path) =>
        reason.ValueKind == JsonValueKind.String && reason.GetString()!.Length > 0 ? null : Fault(path, reason, "no reason");

    private static bool IsFault(string? fault) => fault is not null;

    private static string Fault(string path, JsonElement value, string what) => $"{path}: {what}: {value.GetRawText()}";
}
