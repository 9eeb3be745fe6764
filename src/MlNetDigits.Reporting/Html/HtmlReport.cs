using System.Security.Cryptography;
using System.Text;

namespace MlNetDigits.Reporting;

/// <summary>
/// Renders a report as one HTML page that needs nothing else: no network, no fonts, no scripts. Its own content security
/// policy forbids them, down to styles other than the page's. It is light or dark as the reader's system is, fits a phone,
/// and can be printed. Each number of the report is there with every digit, in the <c>value</c> of a <c>data</c> element
/// or in a <c>data-</c> attribute.
/// </summary>
public static class HtmlReport
{
    // A larger matrix has the whole width of the page.
    private const int MostClassesBesidePairs = 11;

    /// <summary>Renders a page.</summary>
    /// <param name="content">What to show. Its texts are escaped; they may contain anything.</param>
    /// <returns>The page, which is well-formed XML as well. The same content gives the same page.</returns>
    public static string Render(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var style = ReportStyle.Css;
        var names = content.Report.Confusion.ClassNames;
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="{Policy(style)}"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <link rel="icon" href="data:,"/>
            <title>{content.Title}</title>
            <style>{Markup.Trusted(style)}</style>
            </head>
            <body>
            <header>
            <h1>{content.Title}</h1>
            {(content.Subtitle is { } subtitle ? Markup.Of($"<p>{subtitle}</p>") : Markup.None)}
            {content.Warnings.Select(warning => Markup.Of($"""<p class="warning" role="note">Warning: {warning}.</p>"""))}
            </header>
            <main>
            {SummarySection.Render(content.Report)}
            {CurvesSection.Render(content.History)}
            <div class="columns matrix{(names.Length > MostClassesBesidePairs ? " wide" : "")}">
            {ConfusionSection.Render(content.Report.Confusion)}
            {PairsSection.Render(content.Report.Confusion, content.Answers)}
            </div>
            {ClassesSection.Render(content.Report)}
            {AnswersSection.Render(content.Answers, names)}
            {OriginSection.Render(content)}
            </main>
            </body>
            </html>

            """).ToString();
    }

    private static string Policy(string style)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        return $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
