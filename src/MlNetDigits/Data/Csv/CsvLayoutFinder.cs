using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>
/// Decides what the fields of a file's lines mean: by what people say, else by the names of the columns, else by what is
/// in them; and refuses a file of which nobody can say.
/// </summary>
internal static class CsvLayoutFinder
{
    // Of fewer digits a faint pixel looks like a label too.
    private const int LeastTold = 3;

    /// <summary>Decides.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="lines">Its lines; somewhere in them afterwards.</param>
    /// <param name="options">What people say.</param>
    /// <returns>The layout; null if there is no digit in the file.</returns>
    /// <exception cref="InvalidInputException">Nobody can say, or what people say is not so.</exception>
    public static CsvLayout? Find(string path, CsvLineReader lines, DigitDataOptions options)
    {
        var top = CsvTop.Read(path, lines, options.HasHeader, out var first);
        if (top.FirstLine is not { } line)
            return null;

        var fields = CsvFields.Count(first);
        var endsInComma = fields > DigitFormat.Pixels && EndsInComma(first);
        var names = Align(top.Names, endsInComma ? fields - 1 : fields);
        var columns = CsvColumns.Of(path, endsInComma ? fields - 1 : fields, names, options.LabelColumn)
            ?? throw new InvalidInputException(path, CsvProblem.WrongCount(first), line);
        lines.GoTo(line);
        var survey = new CsvSurvey(fields, columns.SurePixels, columns.Candidates, options.KnownClasses);
        if (options.PixelRange is not { IsAuto: false } || columns.IsUndecided)
            survey.Look(top, lines, seen => IsRangeKnown(seen, options.PixelRange) && CsvLabelGuess.Of(columns, seen, isFinal: false) is not null);

        var guess = CsvLabelGuess.Of(columns, survey, isFinal: true)!;
        if (guess.Problem is not null)
            throw new InvalidInputException(path, guess.Problem, line);
        if (columns.First is not null && guess.Label is { } outer && survey[outer].IsMostlyZero && survey.Rows >= LeastTold)
            CheckInside(path, top, fields, lines, columns, outer, options.KnownClasses);

        // Of a file that was not looked at as a whole because of a line that cannot be read, the reader tells that line.
        var range = options.PixelRange is { IsAuto: false } said ? said
            : survey.IsWhole || IsRangeKnown(survey, null) ? PixelRangeRule.Find(options.PixelRange, survey.Least, survey.Most, survey.Mean, path)
            : PixelRange.Bytes;
        var layout = new CsvLayout(line, top, fields, guess.Label, guess.Skipped, endsInComma, range)
        {
            CountsFrom = guess.CountsFrom,
            Rival = guess.Rival,
            Classes = options.AcceptedClasses,
        };
        return names.IsEmpty ? layout : layout with { Order = CsvNames.Order([.. layout.PixelFields.Select(field => names[field])]) };
    }

    /// <summary>Labels that are nearly all zero may be the edge of pictures, and the labels among the pixels.</summary>
    private static void CheckInside(string path, CsvTop top, int fields, CsvLineReader lines, CsvColumns columns, int outer, DigitClasses classes)
    {
        int[] inside = [.. columns.SurePixels];
        var survey = new CsvSurvey(fields, [], inside, classes);
        lines.GoTo(top.FirstLine!.Value);
        survey.Look(top, lines, _ => false);
        if (inside.FirstOrDefault(column => survey[column] is { CanBeLabel: true, IsMostlyZero: false }, -1) is >= 0 and var place)
            throw new InvalidInputException(path, $"has no names of columns, and column {place + 1} could be the label as well as column {outer + 1}; {CsvColumns.Advice}", top.FirstLine);
    }

    private static bool IsRangeKnown(CsvSurvey survey, PixelRange? said)
        => said is { IsAuto: false } || survey.Most > PixelRangeRule.MostOfOtherRanges;

    /// <summary>The names, one a column; none if there are others than columns.</summary>
    private static ImmutableArray<string> Align(ImmutableArray<string> names, int columns)
    {
        if (names.Length == columns + 1 && names[^1].Length == 0)
            return names[..^1];

        // R writes no name above the names of its rows.
        return names.Length == columns ? names : names.Length == columns - 1 && names.Length > DigitFormat.Pixels ? ["", .. names] : [];
    }

    private static bool EndsInComma(ReadOnlySpan<byte> line) => line.TrimEnd(" \t"u8) is [.., (byte)','];
}
