namespace MlNetDigits.Pictures;

/// <summary>A picture in the size in which it is looked at.</summary>
/// <param name="Picture">The picture, smaller or larger than the whole.</param>
/// <param name="Place">From a box in it to the box in the whole.</param>
internal sealed record WorkingPicture(GreyImage Picture, Func<PictureBox, PictureBox> Place)
{
    /// <summary>A picture that is smaller by a whole factor.</summary>
    public static WorkingPicture Shrink(GreyImage picture, int factor) => new(
        WorkingSize.Shrink(picture, factor), box => box.Enlarge(factor, picture.Width, picture.Height));

    /// <summary>A picture that is larger by a whole factor, after so many pixels of paper were put around it.</summary>
    public static WorkingPicture Enlarge(GreyImage picture, int factor, int margin, byte paper)
    {
        var (width, height) = (picture.Width + (2 * margin), picture.Height + (2 * margin));
        var padded = new byte[width * height];
        padded.AsSpan().Fill(paper);
        for (var row = 0; row < picture.Height; row++)
        {
            picture.Pixels.Span.Slice(row * picture.Width, picture.Width)
                .CopyTo(padded.AsSpan(((row + margin) * width) + margin));
        }

        return new(
            new GreyImage(width, height, padded).Resize(width * factor, height * factor, ResizeKernel.Cubic),
            box => Within(box, factor, margin, picture));
    }

    // Each pixel that a part of the box lies on, of those that there are: the curves between pixels may go beyond.
    private static PictureBox Within(PictureBox box, int factor, int margin, GreyImage picture)
    {
        var left = Math.Clamp((box.Left / factor) - margin, 0, picture.Width - 1);
        var top = Math.Clamp((box.Top / factor) - margin, 0, picture.Height - 1);
        var right = Math.Clamp(((box.Right + factor - 1) / factor) - margin, left + 1, picture.Width);
        var bottom = Math.Clamp(((box.Bottom + factor - 1) / factor) - margin, top + 1, picture.Height);
        return new PictureBox(left, top, right - left, bottom - top);
    }
}
