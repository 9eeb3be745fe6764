namespace MlNetDigits.Reporting;

/// <summary>The first row of a table: the names of its columns.</summary>
internal static class TableHead
{
    /// <summary>A head with one row.</summary>
    /// <param name="columns">The names.</param>
    public static Markup Render(params IEnumerable<string> columns)
        => Markup.Of($"""<thead><tr>{columns.Select(column => Markup.Of($"""<th scope="col">{column}</th>"""))}</tr></thead>""");
}
