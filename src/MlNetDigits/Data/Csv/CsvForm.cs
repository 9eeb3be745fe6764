using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>What was understood of a CSV file.</summary>
/// <param name="HasHeader">Whether the columns are named.</param>
/// <param name="FirstLine">The line of the first digit, from 1.</param>
/// <param name="LabelColumn">The column of the label, from 1; null if there is none.</param>
/// <param name="LabelName">Its name; null if it has none.</param>
/// <param name="SkippedColumns">The columns that only number the digits, from 1.</param>
/// <param name="Range">What the pixels go from and to.</param>
public sealed record CsvForm(
    bool HasHeader, long FirstLine, int? LabelColumn, string? LabelName, ImmutableArray<int> SkippedColumns, PixelRange Range)
{
    /// <summary>Whether the pixels stand in another order in the file, by the names of their columns.</summary>
    public bool IsReordered { get; init; }

    /// <summary>What a layout says.</summary>
    internal static CsvForm Of(CsvLayout layout)
    {
        // A header of another length than the lines names nothing.
        var columns = layout.Fields - (layout.EndsInComma ? 1 : 0);
        var names = layout.Top.Names;
        var name = layout.Label is { } label && names.Length >= columns ? names[label].Trim() : null;
        return new CsvForm(
            layout.Top.HasHeader,
            layout.FirstLine,
            layout.Label + 1,
            string.IsNullOrEmpty(name) ? null : name,
            [.. layout.Skipped.Select(field => field + 1)],
            layout.Range)
        {
            IsReordered = layout.Order is not null,
        };
    }
}
