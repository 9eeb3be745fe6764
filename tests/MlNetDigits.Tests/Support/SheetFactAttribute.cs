namespace MlNetDigits.Tests.Support;

/// <summary>A test that needs OpenCV's sheet of digits, which is not part of the project.</summary>
public sealed class SheetFactAttribute : FactAttribute
{
    public SheetFactAttribute()
    {
        if (Sheet is null)
            Skip = "OpenCV's digits.png is not here: install Debian's opencv-doc, or name the file in DIGITS_SHEET.";
    }

    /// <summary>The picture, or null if it is not on this machine.</summary>
    public static string? Sheet { get; } = new[]
    {
        Environment.GetEnvironmentVariable("DIGITS_SHEET"),
        "/usr/share/doc/opencv-doc/examples/data/digits.png",
    }.FirstOrDefault(File.Exists);
}
