namespace MlNetDigits.Benchmarks;

/// <summary>A picture to be written.</summary>
/// <param name="Kind">What is special about it, the start of its name.</param>
/// <param name="Scene">What is in it.</param>
/// <param name="Quality">The quality of a JPEG file, 1 to 100; null for PNG.</param>
internal sealed record DrawnPicture(string Kind, PaperScene Scene, int? Quality = null)
{
    /// <summary>Whether the camera was held upright but stored the picture lying, and says so in the file.</summary>
    public bool IsTurned { get; init; }

    /// <summary>The kind, then the digits in reading order, as <c>digits predict</c> takes for the right answer.</summary>
    public string FileName
        => $"{Kind}_{string.Concat(Scene.Digits.Select(digit => digit.Digit))}.{(Quality is null ? "png" : "jpg")}";
}
