namespace MlNetDigits.Training;

/// <summary>The shape of the images that feature vectors are: their pixels row by row.</summary>
/// <param name="Rows">The height in pixels, at least 1.</param>
/// <param name="Columns">The width in pixels, at least 1.</param>
public sealed record ImageShape(int Rows, int Columns)
{
    /// <summary>28 rows of 28 pixels, as MNIST's digits have.</summary>
    public static ImageShape Digit { get; } = new(28, 28);

    /// <summary>The number of pixels.</summary>
    internal long Pixels => (long)Rows * Columns;

    /// <summary>As people write it: <c>28 x 28</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Rows} x {Columns}");
}
