using System.Globalization;

namespace MlNetDigits.Reporting;

/// <summary>Where the model and the numbers come from: options, files, command line.</summary>
internal static class OriginSection
{
    public static Markup Render(ReportContent content) => Markup.Join([Options(content), Files(content), Origin(content.Origin)]);

    private static Markup Options(ReportContent content) => content.Options.IsEmpty ? Markup.None : Markup.Of($"""
        <section id="options">
        <h2>Options</h2>
        <dl class="card values">
        {content.Options.Select(option => Pair(option.Name, Markup.Of($"{option.Value}")))}</dl>
        </section>

        """);

    private static Markup Files(ReportContent content) => content.Files.IsEmpty ? Markup.None : Markup.Of($"""
        <section id="files">
        <h2>Files</h2>
        <div class="card scroll" role="region" aria-label="Files" tabindex="0">
        <table class="plain files">
        {TableHead.Render("for", "file", "bytes", "SHA-256")}
        <tbody>
        {content.Files.Select(File)}</tbody>
        </table>
        </div>
        </section>

        """);

    private static Markup File(ReportFile file) => Markup.Of($"""
        <tr><th scope="row">{file.Role}</th><td class="name">{file.Digest.Path}</td>
        <td>{Shown.Count("bytes", file.Digest.Bytes)}</td><td class="name"><code>{file.Digest.Sha256}</code></td></tr>

        """);

    private static Markup Origin(ReportOrigin? origin) => origin is null ? Markup.None : Markup.Of($"""
        <section id="origin">
        <h2>How this was made</h2>
        <dl class="card values">
        {Pair("Command", origin.CommandLine is { } command ? Markup.Of($"<code>{command}</code>") : Markup.None)}
        {Pair("When", Time(origin.Made))}
        {Pair("Version", Markup.Of($"{origin.Version}"))}
        {Pair("Machine", Markup.Of($"{origin.Machine}"))}
        </dl>
        </section>

        """);

    private static Markup Pair(string name, Markup value)
        => value.ToString().Length == 0 ? Markup.None : Markup.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");

    private static Markup Time(DateTimeOffset time) => Markup.Of(
        $"<time datetime=\"{Text(time, "O")}\">{Text(time, "yyyy-MM-dd HH:mm:ss zzz")}</time>");

    private static string Text(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
