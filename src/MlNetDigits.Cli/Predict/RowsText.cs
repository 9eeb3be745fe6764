using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Says of files of rows that not all rows were read.</summary>
internal static class RowsText
{
    /// <summary>A line for each file; none if all was read.</summary>
    public static IEnumerable<string> Lines(PredictResult result, WorkingFolder folder)
        => result.Reading.RowFiles
            .Where(file => file.Read < file.Rows)
            .Select(file => string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Read} of {file.Rows} {file.Unit}s of {PathText.Of(file.File, folder)} (--limit {result.Plan.Limit})"));
}
