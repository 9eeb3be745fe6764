using Microsoft.Playwright;

namespace MlNetDigits.Tests.Support;

/// <summary>The system's own Chromium without a window, for the tests of one class.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string? Executable = FindExecutable();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is no browser and how to get one; null if there is one.</summary>
    public static string? Missing { get; } = Executable is null
        ? "There is no Chromium on the path: 'apt-get install chromium' gets it, or name its file in CHROMIUM."
        : null;

    public async Task InitializeAsync()
    {
        if (Executable is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a file, and notes whatever goes wrong with it.</summary>
    public async Task<OpenedPage> OpenAsync(string path, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        var opened = new OpenedPage(page, new Uri(path).AbsoluteUri, [], []);
        page.Console += (_, message) => opened.Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => opened.Complaints.Add(error);
        page.Request += (_, request) => opened.Requests.Add(request.Url);
        await page.GotoAsync(opened.Address);
        return opened;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
