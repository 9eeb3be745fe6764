using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Faint ink, and what only looks like it.</summary>
public class InkViewTests
{
    // Paper, ink, grain: from a tenth of the light on; dark ink on light paper and light on dark.
    [Theory]
    [InlineData(255, 229, 0)]
    [InlineData(255, 229, 2)]
    [InlineData(255, 205, 4)]
    [InlineData(200, 170, 2)]
    [InlineData(120, 107, 0)]
    [InlineData(120, 107, 1)]
    [InlineData(0, 30, 0)]
    [InlineData(30, 60, 2)]
    public void FindDigits_FaintInk_SameBoxesAsOfBlackInk(byte paper, byte ink, double grain)
    {
        int[][] lines = [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]];
        var faint = Sheet.WithLines(lines, scale: 4, paper, ink).WithGrain(grain);

        var (expected, found) = (HandwritingReader.FindDigits(Sheet.WithLines(lines, scale: 4)), HandwritingReader.FindDigits(faint));

        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair =>
        {
            var (one, other) = (pair.First.Box, pair.Second.Box);
            Assert.InRange(Math.Abs(one.Left - other.Left) + Math.Abs(one.Right - other.Right), 0, 9);
            Assert.InRange(Math.Abs(one.Top - other.Top) + Math.Abs(one.Bottom - other.Bottom), 0, 9);
        });
    }

    [Theory]
    [InlineData(255, 229)]
    [InlineData(200, 170)]
    [InlineData(0, 30)]
    public void Of_CleanFaintInk_HasNoDoubt(byte paper, byte ink)
        => Assert.Null(InkView.Of(Sheet.WithDigit(Sheet.Digits[3].Pixels, 5, paper, ink), 4_000_000)!.Doubt);

    // In the grain of one pixel it is lost; the mean of four has half of the grain.
    [Fact]
    public void Of_FaintInkInMuchGrain_IsFoundInASmallerPicture()
    {
        var picture = Sheet.WithDigit(Sheet.Digits[3].Pixels, 5, 120, 108).WithGrain(2);

        var (view, expected) = (InkView.Of(picture, 4_000_000)!, InkView.Of(Sheet.WithDigit(Sheet.Digits[3].Pixels), 4_000_000)!);

        Assert.InRange(view.Working.Picture.Width, 90, 140);
        var (box, whole) = (Around(view), Around(expected));
        Assert.InRange(Math.Abs(box.Left - whole.Left) + Math.Abs(box.Right - whole.Right), 0, 12);
        Assert.InRange(Math.Abs(box.Top - whole.Top) + Math.Abs(box.Bottom - whole.Bottom), 0, 12);
    }

    private static PictureBox Around(InkView view)
        => view.Working.Place(BlobGroup.Of(DigitSelection.WithoutDust(view.Patches, view.Plane.StrokeWidth)).Box);

    [Theory]
    [InlineData(250, 2)]
    [InlineData(250, 8)]
    [InlineData(170, 4)]
    [InlineData(170, 12)]
    [InlineData(30, 2)]
    [InlineData(30, 6)]
    public void FindDigits_NothingButGrain_HasNoInk(byte paper, double grain)
        => Assert.Throws<InvalidInputException>(() => HandwritingReader.FindDigits(Sheet.Blank(240, 200, paper).WithGrain(grain)));

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void FindDigits_NothingButLightThatFallsOff_HasNoInk(double share)
        => Assert.Throws<InvalidInputException>(() => HandwritingReader.FindDigits(
            Sheet.Blank(240, 200, 230).Change((x, y, value) => value * (1 - (share * (x + y) / 440))).WithGrain(1)));

    // Stains that take a tenth of the light: soft, of all shades.
    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(24)]
    public void FindDigits_FaintStains_AreNeverSure(int size)
    {
        foreach (var seed in Enumerable.Range(0, 8))
        {
            var stains = Stained(size, seed);

            if (InkView.Of(stains, 4_000_000) is { } view)
                Assert.NotNull(view.Doubt);
        }
    }

    private static GreyImage Stained(int size, int seed)
    {
        var (width, height) = (240 / size, 200 / size);
        var stains = Sheet.Blank(width, height, 128).WithGrain(35, seed).Resize(width * size, height * size, ResizeKernel.Cubic);
        return stains.Change((_, _, value) => 220 + ((value - 128) * 0.16));
    }
}
