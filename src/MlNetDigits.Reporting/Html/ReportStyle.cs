namespace MlNetDigits.Reporting;

/// <summary>The style of reports, from <c>report.css</c>.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet; nothing in it has a meaning in HTML or XML, so that it can stand in a page as it is.</summary>
    public static string Css { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
