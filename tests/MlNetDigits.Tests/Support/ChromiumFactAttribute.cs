namespace MlNetDigits.Tests.Support;

/// <summary>A test in a real browser; skipped where there is none.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = ChromiumBrowser.Missing;
}
