using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>Which column is the label, by what is in the outer ones.</summary>
/// <param name="Label">The label; null if there is none.</param>
/// <param name="Skipped">The columns that only number the digits.</param>
/// <param name="CountsFrom">What the first of these counts up from, if it must.</param>
/// <param name="Rival">The column that could be the label too, as long as it never varies; null for none.</param>
/// <param name="Problem">Why nobody can say; null if it is known.</param>
internal sealed record CsvLabelGuess(int? Label, ImmutableArray<int> Skipped, int? CountsFrom, int? Rival, string? Problem)
{
    /// <summary>Guesses.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="survey">What is in them.</param>
    /// <param name="isFinal">Whether no more digits will be looked at.</param>
    /// <returns>The guess; null if more digits should be looked at.</returns>
    public static CsvLabelGuess? Of(CsvColumns columns, CsvSurvey survey, bool isFinal)
    {
        var countsFrom = columns.Counting is { } counting ? survey[counting].CountsFrom : null;
        if (columns.Counting is not null && countsFrom is null)
            return None(columns, $"has {columns.Count} columns, and nothing tells which are the {DigitFormat.Pixels} pixels; remove what is no pixel, or name the columns");
        if (columns.First is not { } first || columns.Last is not { } last)
            return new CsvLabelGuess(columns.Label, columns.Skipped, countsFrom, null, null);

        var (one, other) = (survey[first], survey[last]);
        var isLastAlone = other.Varies && !survey[last - 1].IsNoise;
        return (one.CanBeLabel, other.CanBeLabel) switch
        {
            (true, false) when !survey[first + 1].IsNoise => Labelled(first, null),
            (true, true) when one.Varies && other.IsZero => Labelled(first, last),
            (true, true) when !one.Varies && isLastAlone => Labelled(last, first),
            (false, true) when isLastAlone => Labelled(last, null),

            // A column that counts numbers the pictures, and there is no label.
            (false, false) when one.CountsFrom is { } from => new CsvLabelGuess(null, [first, .. columns.Skipped], from, null, null),
            (false, true) when one.CountsFrom is { } from && other.IsZero => new CsvLabelGuess(null, [first, .. columns.Skipped], from, null, null),
            _ when !isFinal => null,
            _ when survey.Rows == 0 => Labelled(first, null),

            // All columns are the noise of paper, which the label may be too.
            (true, false) => None(
                columns, $"has no names of columns, and column {first + 1} could be the label or pixels as those beside it; {CsvColumns.Advice}"),
            (true, true) when !one.Varies && other.IsZero => Labelled(first, last),
            (true, true) or (false, true) when one.CanBeLabel || other.Varies => None(
                columns, $"has no names of columns, and both the first and the last of {columns.Count} could be the label; {CsvColumns.Advice}"),

            // The reader comes to the first label that is none.
            _ => Labelled(first, null),
        };

        CsvLabelGuess Labelled(int label, int? rival) => new(label, columns.Skipped, countsFrom, rival, null);
    }

    private static CsvLabelGuess None(CsvColumns columns, string problem) => new(columns.First, columns.Skipped, null, null, problem);
}
