using Microsoft.Playwright;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Html;

/// <summary>The page in a real browser, opened as a file.</summary>
public class ReportInBrowserTests(ReportExample example, ChromiumBrowser browser)
    : IClassFixture<ReportExample>, IClassFixture<ChromiumBrowser>
{
    [ChromiumTheory]
    [InlineData(400, ColorScheme.Light)]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(1400, ColorScheme.Dark)]
    public async Task Open_FromAFile_NoErrorAndNoRequestButTheFile(int width, ColorScheme scheme)
    {
        await using var page = await browser.OpenAsync(example.Page, width, scheme);

        Assert.Empty(page.Complaints);
        Assert.Equal([page.Address], page.Requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Equal("Report on digits-classic.zip", await page.Page.TitleAsync());
    }

    [ChromiumTheory]
    [InlineData("img", "new Image().src = 'http://127.0.0.1:9/x.png'")]
    [InlineData("script", "document.head.appendChild(document.createElement('script')).src = 'http://127.0.0.1:9/x.js'")]
    [InlineData("style", "document.body.setAttribute('style', 'color: red')")]
    [InlineData("connect", "fetch('http://127.0.0.1:9/').catch(() => 0)")]
    [InlineData("font", "document.fonts.add(new FontFace('x', 'url(http://127.0.0.1:9/x)')), document.fonts.load('12px x').catch(() => 0)")]
    public async Task Policy_SomethingFromOutside_IsRefused(string directive, string attempt)
    {
        await using var page = await browser.OpenAsync(example.Page, 1400);

        var refused = await page.EvaluateAsync<string>(
            $"new Promise(done => {{ document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective)); {attempt}; }})");

        Assert.StartsWith(directive, refused, StringComparison.Ordinal);
    }

    [ChromiumTheory]
    [InlineData(400)]
    [InlineData(1400)]
    public async Task Layout_NarrowAndWide_EverythingIsThereAndNothingOverlaps(int width)
    {
        await using var page = await browser.OpenAsync(example.Page, width);

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        var boxes = await page.EvaluateAsync<Box[]>(
            """
            [...document.querySelectorAll('header, section, figure, .sheet li, .cards .card, .heat tbody td')].map(e => {
                const box = e.getBoundingClientRect();
                return { name: e.id || e.className || e.tagName, kind: e.tagName, left: box.left, top: box.top, right: box.right, bottom: box.bottom };
            })
            """);
        string[] parts = ["HEADER", "summary", "curves", "confusion", "pairs", "classes", "mistakes", "doubts", "options", "files", "origin"];
        Assert.Equal(parts, boxes.Where(box => box.Kind is "HEADER" or "SECTION").Select(box => box.Name));
        Assert.All(boxes, box => Assert.True(box.Right - box.Left > 20 && box.Bottom - box.Top > 20, $"{box}"));
        Assert.All(boxes, box => Assert.True(box.Left >= 0 && box.Right <= width, $"{box}"));
        foreach (var alike in boxes.GroupBy(box => box.Kind is "HEADER" ? "SECTION" : box.Kind))
        {
            Assert.All(alike.Select((box, i) => (box, i)), pair => Assert.All(
                alike.Skip(pair.i + 1), other => Assert.False(pair.box.Overlaps(other), $"{pair.box} overlaps {other}")));
        }
    }

    [ChromiumTheory]
    [InlineData(400)]
    [InlineData(1400)]
    public async Task Text_NarrowAndWide_FitsItsBox(int width)
    {
        await using var page = await browser.OpenAsync(example.Page, width);

        var cut = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.heat td, .heat th, .said b, .said data, .cards dd, .plain td, h1, h2')]
                .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline').map(e => e.className + ': ' + e.textContent)
            """);

        Assert.Empty(cut);
    }

    [ChromiumTheory]
    [InlineData(400)]
    [InlineData(1400)]
    public async Task Text_ClassNameOfOneLongWord_LeavesTheNumbersInSight(int width)
    {
        var confusion = new ConfusionCounts([new string('x', 300), "b"], [[30, 4], [5, 60]]);
        using var folder = new TemporaryFolder();
        var file = folder.Write("long.html", HtmlReport.Render(example.Content with { Report = example.Content.Report with { Confusion = confusion }, Answers = null }));
        await using var page = await browser.OpenAsync(file, width);

        var outside = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('#pairs td, #classes td, #confusion td')]
                .filter(e => e.getBoundingClientRect().right > e.closest('.card').getBoundingClientRect().right).map(e => e.textContent)
            """);

        Assert.Empty(outside);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    [ChromiumFact]
    public async Task Images_All_AreLoadedAndDescribed()
    {
        await using var page = await browser.OpenAsync(example.Page, 1400);

        var images = await page.EvaluateAsync<Picture[]>(
            "[...document.images].map(image => ({ width: image.naturalWidth, alt: image.alt, isSharp: getComputedStyle(image).imageRendering === 'pixelated' }))");

        Assert.True(images.Length > 40, $"{images.Length}");
        Assert.All(images, image => Assert.True(image is { Width: 28, IsSharp: true } && image.Alt.StartsWith("Row ", StringComparison.Ordinal), $"{image}"));
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Contrast_LightAndDark_EveryTextCanBeRead(ColorScheme scheme)
    {
        await using var page = await browser.OpenAsync(example.Page, 1400, scheme);

        var texts = await page.EvaluateAsync<Ink[]>(ContrastScript);

        Assert.True(texts.Length > 500, $"{texts.Length}");
        Assert.Equal(scheme == ColorScheme.Dark, texts[0].Background < 0.1);

        // WCAG 2, level AA.
        Assert.All(texts, text => Assert.True(text.Contrast >= (text.Size >= 24 ? 3 : 4.5), $"{text}"));
    }

    [ChromiumFact]
    public async Task HeatMap_Errors_AreOrangeByTheirShareAndTheDiagonalIsBlue()
    {
        await using var page = await browser.OpenAsync(example.Page, 1400);

        var cells = await page.EvaluateAsync<Cell[]>(
            """
            [...document.querySelectorAll('.heat td[data-count]')].map(e => {
                const [red, green, blue, alpha] = getComputedStyle(e).backgroundColor.match(/[\d.]+/g).map(Number);
                return { isRight: e.dataset.true === e.dataset.predicted, share: +e.dataset.share, red, blue, alpha: alpha ?? 1 };
            }).filter(cell => cell.share > 0)
            """);

        Assert.All(cells.Where(cell => cell.IsRight), cell => Assert.True(cell.Blue > cell.Red && cell.Alpha > 0.5, $"{cell}"));
        var errors = cells.Where(cell => !cell.IsRight).OrderBy(cell => cell.Share).ToArray();
        Assert.All(errors, cell => Assert.True(cell.Red > cell.Blue, $"{cell}"));
        Assert.Equal(errors.Select(cell => cell.Alpha).Order(), errors.Select(cell => cell.Alpha));
        Assert.True(errors[^1].Alpha > 0.8 && errors[0].Alpha < errors[^1].Alpha, "The largest error does not stand out.");
    }

    // Every text with its colour, over the colours of all that lies behind it.
    private const string ContrastScript =
        """
        (() => {
            const parse = text => {
                const numbers = text.match(/[\d.]+/g).map(Number);
                const unit = text.startsWith('color(') ? 1 : 255;
                return [numbers[0] / unit, numbers[1] / unit, numbers[2] / unit, numbers[3] ?? 1];
            };
            const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
            const luminance = color => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) =>
                sum + weight * (color[i] <= 0.04045 ? color[i] / 12.92 : ((color[i] + 0.055) / 1.055) ** 2.4), 0);
            const behind = e => e ? over(parse(getComputedStyle(e).backgroundColor), behind(e.parentElement)) : [1, 1, 1, 1];
            const found = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const e = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !e.checkVisibility()) continue;
                const style = getComputedStyle(e), ground = behind(e);
                const ink = over(parse(e.namespaceURI.endsWith('svg') ? style.fill : style.color), ground);
                const [low, high] = [luminance(ink), luminance(ground)].sort((a, b) => a - b);
                found.push({ text: walker.currentNode.data.trim(), contrast: (high + 0.05) / (low + 0.05), size: parseFloat(style.fontSize), background: luminance(ground) });
            }
            return found;
        })()
        """;

    private sealed record Box(string Name, string Kind, double Left, double Top, double Right, double Bottom)
    {
        public bool Overlaps(Box other)
            => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 1 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 1;
    }

    private sealed record Picture(int Width, string Alt, bool IsSharp);

    private sealed record Ink(string Text, double Contrast, double Size, double Background);

    private sealed record Cell(bool IsRight, double Share, double Red, double Blue, double Alpha);
}
