using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Report;

/// <summary>What a person reads after a report was made.</summary>
internal static class ReportResultText
{
    private const int Pairs = 3;

    /// <summary>Renders a result.</summary>
    public static string Render(ReportResult result, ToolConsole console)
    {
        var folder = console.Folder;
        string[] lines =
        [
            $"Model           {console.Shipped.Describe(result.Plan.ModelPath, folder)}",
            $"Tested on       {SampleFolder.Describe(result.Plan.Data, folder)}",
            ReportText.Summary(result.Content.Report).TrimEnd('\n'),
            .. Confused(result.Content.Report.Confusion),
            string.Create(CultureInfo.InvariantCulture, $"Report          {folder.Shown(result.Plan.PagePath)}  ({result.PageBytes / 1000} kB)"),
            .. result.Charts.Select(file => $"Chart           {folder.Shown(file)}"),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static IEnumerable<string> Confused(ConfusionCounts confusion)
    {
        var pairs = confusion.MostConfused(Pairs).Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{pair.TrueName} as {pair.PredictedName} ({pair.Count})"));
        return confusion.Right == confusion.Total ? [] : [$"Most confused   {string.Join(", ", pairs)}"];
    }
}
