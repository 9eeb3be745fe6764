using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>Writes a confusion matrix to a file, in the format that the file's name asks for.</summary>
public static class ConfusionFile
{
    /// <summary>What a name can end in: tables for programs and for people, and pictures.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".csv", ".json", ".md", ".png", ".svg"];

    /// <summary>Whether a name ends in one of <see cref="Extensions"/>.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether it can be written.</returns>
    public static bool IsSupported(string path)
        => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Writes the file, whole or not at all: counts as CSV; counts and row percentages as JSON, as Markdown (a table of
    /// each) or as a heat map (PNG or SVG).
    /// </summary>
    /// <param name="confusion">The counts.</param>
    /// <param name="path">The file to make or replace.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(ConfusionCounts confusion, string path)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        ArgumentException.ThrowIfNullOrEmpty(path);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".CSV":
                AtomicFile.WriteText(path, ConfusionCsv.Render(confusion));
                break;
            case ".JSON":
                AtomicFile.WriteText(path, ConfusionJson.Render(confusion) + "\n");
                break;
            case ".MD":
                AtomicFile.WriteText(path, Markdown(confusion));
                break;
            case ".PNG" or ".SVG":
                ConfusionHeatMap.Draw(confusion).Save(path);
                break;
            default:
                throw new ArgumentException(
                    $"A confusion matrix is written as {string.Join(", ", Extensions)}, not as '{path}'.", nameof(path));
        }
    }

    private static string Markdown(ConfusionCounts confusion)
        => $"{ConfusionMarkdown.Render(confusion)}\nOf 100 records of each true class:\n\n"
            + ConfusionMarkdown.Render(confusion, ConfusionCells.RowPercentages);
}
