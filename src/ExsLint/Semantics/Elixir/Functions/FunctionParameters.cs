namespace ExsLint.Semantics.Elixir.Functions;

/// <summary>
/// Which arguments of the functions that are folded are functions themselves, and which they do not look at; and which functions
/// are newer than others.
/// </summary>
internal static class FunctionParameters
{
    public static void AddTo(FunctionTable table)
    {
        table.In("Kernel").TakesFunction(1, of: 1, "then/2", "tap/2").TakesFunction(2, of: 1, "update_in/3");
        table.In("Enum")
            .TakesFunction(
                1,
                of: 1,
                "map/2", "each/2", "flat_map/2", "filter/2", "reject/2", "split_with/2", "any?/2", "all?/2", "find/2",
                "find_index/2", "find_value/2", "take_while/2", "drop_while/2", "split_while/2", "count/2", "group_by/2",
                "group_by/3", "map_join/2", "uniq_by/2", "frequencies_by/2", "dedup_by/2", "sort_by/2", "sort_by/3", "max_by/2",
                "min_by/2")
            .TakesFunction(2, of: 1, "find/3", "find_value/3", "group_by/3", "map_join/3", "into/3")
            .TakesFunction(1, of: 2, "reduce/2", "scan/2")
            .TakesFunction(2, of: 2, "reduce/3", "map_reduce/3", "reduce_while/3", "zip_with/3", "scan/3");
        table.In("Enum").TakesUnordered(
            "map/2", "each/2", "flat_map/2", "filter/2", "reject/2", "into/2", "into/3", "count/1", "count/2", "empty?/1",
            "sum/1", "product/1", "max/1", "min/1", "member?/2", "any?/1", "all?/1", "any?/2", "all?/2", "sort/1", "sort/2",
            "sort_by/2", "sort_by/3", "frequencies/1", "to_list/1", "reverse/1", "uniq/1");
        table.In("Map").TakesUnordered("new/1", "new/2");
        table.In("MapSet").TakesUnordered("new/1");
        table.In("Kernel").TakesUnordered("length/1");
        table.In("Keyword")
            .TakesFunction(1, of: 1, "new/2", "filter/2", "reject/2", "split_with/2")
            .TakesFunction(2, of: 0, "get_lazy/3", "put_new_lazy/3", "pop_lazy/3")
            .TakesFunction(2, of: 1, "update!/3", "replace_lazy/3")
            .TakesFunction(3, of: 1, "update/4")
            .TakesFunction(2, of: 3, "merge/3");
        table.In("Map")
            .TakesFunction(1, of: 1, "new/2", "filter/2", "reject/2", "split_with/2")
            .TakesFunction(2, of: 0, "get_lazy/3", "put_new_lazy/3", "pop_lazy/3")
            .TakesFunction(2, of: 1, "update!/3", "replace_lazy/3")
            .TakesFunction(3, of: 1, "update/4")
            .TakesFunction(2, of: 3, "merge/3");
        table.In("Kernel").Newer("to_timeout/1");
        table.In("Keyword").Newer("split_with/2");
        table.In("Map").Newer("split_with/2", "intersect/2");
        table.In("Keyword").Keeps(2, "put/3", "put_new/3", "replace/3", "replace!/3", "get/3", "pop/3");
        table.In("Map").Keeps(2, "put/3", "put_new/3", "replace/3", "replace!/3", "get/3", "pop/3");
        table.In("Kernel").Keeps(2, "put_in/3");
        table.In("List").Keeps(2, "insert_at/3", "replace_at/3");
        table.In("Enum").Keeps(2, "at/3");
        table.In("MapSet").TakesFunction(1, of: 1, "new/2", "filter/2", "reject/2");
        table.In("List").TakesFunction(2, of: 2, "foldl/3", "foldr/3").TakesFunction(2, of: 1, "update_at/3");
    }
}
