using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>
/// Answers as a table: of one file of rows <c>ImageId,Label</c>, as Kaggle's competition wants it; of pictures, or of
/// several files, a line each.
/// </summary>
internal static class PredictCsv
{
    /// <summary>Writes a file. If anything fails, whatever was there before is untouched.</summary>
    public static void Save(PredictResult result, string path, WorkingFolder folder) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream);
        Write(result, writer, folder);
    });

    /// <summary>Writes the table. Its lines end in a line feed alone, wherever it is written.</summary>
    public static void Write(PredictResult result, TextWriter writer, WorkingFolder folder)
    {
        var isOneFile = result.Reading is { RowFiles.Length: 1, Failed.IsEmpty: true } && result.Answers.All(answer => answer.Question.Id is not null);
        writer.Write(isOneFile ? "ImageId,Label\n" : "File,Line,Label,Sure\n");
        foreach (var answer in result.Answers)
            writer.Write(isOneFile ? $"{Quoted(answer.Question.Id!)},{Label(answer)}\n" : Picture(answer, folder));
    }

    private static string Picture(Answer answer, WorkingFolder folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Quoted(folder.Shown(answer.Question.File))},{answer.Question.Line},{Label(answer)},{(answer.IsSure ? "true" : "false")}\n");

    /// <summary>The digits; the lines of a page with spaces between them.</summary>
    private static string Label(Answer answer) => Quoted(string.Join(' ', answer.Lines));

    private static string Quoted(string field)
        => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
