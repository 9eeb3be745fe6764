using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class TinyPictureTests
{
    // The first 0 and the first 1 of scikit-learn's sample of digits, from 0 to 16.
    private static readonly byte[] Zero =
    [
        0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0, 0, 3, 15, 2, 0, 11, 8, 0, 0, 4, 12, 0, 0, 8, 8, 0,
        0, 5, 8, 0, 0, 9, 8, 0, 0, 4, 11, 0, 1, 12, 7, 0, 0, 2, 14, 5, 10, 12, 0, 0, 0, 0, 6, 13, 10, 0, 0, 0,
    ];

    private static readonly byte[] One =
    [
        0, 0, 0, 12, 13, 5, 0, 0, 0, 0, 0, 11, 16, 9, 0, 0, 0, 0, 3, 15, 16, 6, 0, 0, 0, 7, 15, 16, 16, 2, 0, 0,
        0, 0, 1, 16, 16, 3, 0, 0, 0, 0, 1, 16, 16, 6, 0, 0, 0, 0, 1, 16, 16, 6, 0, 0, 0, 0, 0, 11, 16, 10, 0, 0,
    ];

    // As they are, from black to white, and as ink on paper.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 15.9)]
    [InlineData(255, -15.9)]
    [InlineData(230, -8)]
    public void FindDigits_EightByEight_OneDigitWhereItIs(double paper, double step)
    {
        foreach (var (pixels, box) in new[] { (Zero, new PictureBox(1, 0, 6, 8)), (One, new PictureBox(1, 0, 5, 8)) })
        {
            var picture = new GreyImage(8, 8, Array.ConvertAll(pixels, value => (byte)(paper + (step * value))));

            var digit = Assert.Single(HandwritingReader.FindDigits(picture));

            Assert.InRange(Math.Abs(box.Left - digit.Box.Left) + Math.Abs(box.Right - digit.Box.Right), 0, 2);
            Assert.InRange(Math.Abs(box.Top - digit.Box.Top) + Math.Abs(box.Bottom - digit.Box.Bottom), 0, 2);
            Assert.True(MnistForm.Matches(digit.Pixels));
            Assert.Equal("has few pixels", digit.Doubt);
        }
    }

    [Fact]
    public void FindDigits_ZeroOfEightByEight_HasAHole()
    {
        var digit = Assert.Single(HandwritingReader.FindDigits(new GreyImage(8, 8, Zero)));

        Assert.InRange(digit.Pixels.Span[(14 * 28) + 14], 0, 40);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(20)]
    public void FindDigits_SmallSquare_LooksAsTheDigitItWasMadeFrom(int side)
    {
        foreach (var (_, pixels) in Sheet.Digits.Take(20))
        {
            var small = new GreyImage(28, 28, pixels).Crop(4, 4, 20, 20).Resize(side, side).Invert();

            var digit = Assert.Single(HandwritingReader.FindDigits(small));

            Assert.Null(digit.Doubt);
            Assert.InRange(Sheet.Difference(pixels, digit.Pixels.Span), 0, 36);
        }
    }

    [Fact]
    public void FindDigits_BlankOrFaintGrain_HasNoInk()
    {
        foreach (var side in new[] { 1, 4, 8, 12, 16, 20 })
        {
            Assert.Throws<InvalidInputException>(() => HandwritingReader.FindDigits(Sheet.Blank(side, side, 200)));
            Assert.Throws<InvalidInputException>(() => HandwritingReader.FindDigits(Sheet.Blank(side, side, 200).WithGrain(2)));
        }
    }

    [Fact]
    public void FindDigits_Grain_IsNeverSure()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            var grain = Sheet.Blank(16, 16, 170).WithGrain(12, seed);

            Assert.All(HandwritingReader.FindDigits(grain), digit => Assert.NotNull(digit.Doubt));
        }
    }

    [Fact]
    public void Enlarge_LargerPicture_IsNull() => Assert.Null(TinyPicture.Enlarge(Sheet.WithDigit(Sheet.Digits[0].Pixels, scale: 1)));
}
