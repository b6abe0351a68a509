namespace ExsLint.Semantics.Systemd.Words;

/// <summary>What people write as a comment behind a value; systemd takes it for part of the value.</summary>
public static class InlineComment
{
    /// <summary>
    /// Where the would-be comment starts in a value: a <c>#</c> or <c>;</c> behind white space. -1 if there is none.
    /// </summary>
    public static int Find(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] is '#' or ';' && value[i - 1] is ' ' or '\t')
            {
                return i;
            }
        }

        return -1;
    }
}
