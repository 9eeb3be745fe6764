namespace MlNetDigits.Pictures;

/// <summary>How <see cref="HandwritingReader"/> looks at a picture.</summary>
public sealed record HandwritingOptions
{
    /// <summary>
    /// A picture of more pixels than this is shrunk by a whole factor before it is looked at. Default 4,000,000; at
    /// least 10,000. A page whose digits are less than about 12 pixels high after that loses some.
    /// </summary>
    public int WorkingPixels { get; init; } = 4_000_000;

    /// <summary>A picture in which more digits than this are found is refused. Default 1,000; at least 1.</summary>
    public int MostDigits { get; init; } = 1000;

    /// <summary>Throws if a value is out of its range.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WorkingPixels, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostDigits, 1);
    }
}
