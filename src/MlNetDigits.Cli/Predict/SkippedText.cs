using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Says what was left alone.</summary>
internal static class SkippedText
{
    /// <summary>A line for each reason.</summary>
    public static IEnumerable<string> Lines(IEnumerable<FileNote> skipped, WorkingFolder folder)
        => skipped.GroupBy(note => note.Text, note => note.File).Select(files => $"{PathText.Of([.. files], folder)}: {files.Key}");
}
