namespace MlNetDigits.Pictures;

/// <summary>
/// A digit that was found in a picture. Two are equal only if their pixels share the same memory; compare those with
/// <c>SequenceEqual</c>.
/// </summary>
/// <param name="Box">Where its ink is in the picture.</param>
/// <param name="Line">Its line of digits, from 0 at the top.</param>
/// <param name="Position">Its place in the line, from 0 at the left.</param>
/// <param name="Pixels">What the network takes: [784] bytes as MNIST's, row by row; 0 is background, 255 is ink.</param>
public sealed record FoundDigit(PictureBox Box, int Line, int Position, ReadOnlyMemory<byte> Pixels)
{
    /// <summary>
    /// Why no answer is sure here, whatever the scores: a few words such as <c>may be a sign</c>; null if nothing
    /// speaks against it.
    /// </summary>
    public string? Doubt { get; init; }
}
