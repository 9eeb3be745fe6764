using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>What is in a picture beside its digits is taken off, and said.</summary>
public class PageReadingTests
{
    [Theory]
    [InlineData(1, 1.6, 0)]
    [InlineData(2, 1.3, 1)]
    [InlineData(3, 2.4, 2)]
    [InlineData(5, 3, -3)]
    [InlineData(8, 1.8, 0)]
    public void Read_BoxAroundADigit_IsTakenOff(int thickness, double size, double degrees)
    {
        var side = 100 * size;
        var picture = Digit(7, (int)side + 60).WithBox(30, 30, side, side, thickness, degrees);

        AssertSameDigits(Digit(7, (int)side + 60), picture);
        Assert.Contains(HandwritingReader.Read(picture).LeftOut, mark => mark.Kind == "frame");
    }

    [Theory]
    [InlineData(1, 2.2)]
    [InlineData(2, 1.6)]
    [InlineData(5, 1.7)]
    [InlineData(8, 3)]
    public void Read_CircleAroundADigit_IsTakenOff(int thickness, double size)
    {
        var side = 100 * size;
        var middle = (side / 2) + 30;
        var picture = Digit(3, (int)side + 60).WithEllipse(middle, middle, side / 2, side / 2, thickness);

        AssertSameDigits(Digit(3, (int)side + 60), picture);
        Assert.Equal("frame", Assert.Single(HandwritingReader.Read(picture).LeftOut).Kind);
    }

    [Fact]
    public void Read_BoxInABoxAndCircleWithAGap_AreTakenOff()
    {
        var nested = Digit(5, 300).WithBox(60, 60, 180, 180, 3).WithBox(40, 40, 220, 220, 3);
        var open = Digit(5, 300).WithEllipse(150, 150, 100, 90, 3).Change((x, y, value) => x > 235 && y > 130 && y < 150 ? 255 : value);

        AssertSameDigits(Digit(5, 300), nested);
        AssertSameDigits(Digit(5, 300), open);
    }

    [Fact]
    public void Read_DashedBox_IsTakenOff()
    {
        var picture = Digit(4, 300);
        for (var at = 40; at < 250; at += 20)
        {
            picture = picture.WithLine(at, 40, at + 11, 40, 3).WithLine(at, 256, at + 11, 256, 3)
                .WithLine(40, at, 40, at + 11, 3).WithLine(256, at, 256, at + 11, 3);
        }

        AssertSameDigits(Digit(4, 300), picture);
    }

    [Theory]
    [InlineData(1, 4, 2, 0)]
    [InlineData(2, 2, 3, 1)]
    [InlineData(3, 3, 1, -1)]
    public void Read_Cells_DigitsInOrderAndOneGrid(int rows, int columns, int thickness, double degrees)
    {
        var numbers = Enumerable.Range(0, rows).Select(row => Enumerable.Range(row, columns).ToArray()).ToArray();
        var clean = Sheet.WithLines(numbers, 4);
        var picture = clean.WithGrid(4, 4, clean.Width - 8, clean.Height - 8, rows, columns, thickness, degrees);

        AssertSameDigits(clean, picture);
        Assert.Contains(HandwritingReader.Read(picture).LeftOut, mark => mark.Kind == "grid");
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void Read_EmptyGrid_IsRefused(int rows, int columns)
        => Assert.Contains(
            "holds lines and no digits",
            Assert.Throws<InvalidInputException>(
                () => HandwritingReader.Read(Sheet.Blank(400, 400).WithGrid(30, 30, 300, 300, rows, columns, 2))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Read_RuledPaperAsDarkAsTheInk_DigitsAreWhole()
    {
        var clean = Sheet.WithLines([[7, 3, 5, 8]], 5);
        var picture = Enumerable.Range(0, 5).Aggregate(
            clean, (page, line) => page.WithLine(0, 5 + (line * 31), page.Width, 8 + (line * 31), 2));

        AssertSameDigits(clean, picture);
        Assert.Equal("line", Assert.Single(HandwritingReader.Read(picture).LeftOut).Kind);
    }

    [Fact]
    public void Read_UnderlinedNumber_LineIsTakenOff()
    {
        var clean = Sheet.WithLines([[7, 3, 5]], 4);

        AssertSameDigits(clean, clean.WithLine(10, 106, 320, 108, 3));
    }

    [Theory]
    [InlineData(60, 240, 20, 0)]
    [InlineData(110, 235, 30, 7)]
    [InlineData(230, 70, 235, 3)]
    [InlineData(190, 130, 20, 12)]
    public void Read_SheetOnADesk_EdgeIsNoStroke(byte desk, byte paper, byte ink, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var digit = Sheet.WithDigit(Sheet.Digits[2].Pixels, 4, 174, 144, 460, 400);
        var picture = digit.Change((x, y, value) =>
        {
            var (across, down) = (((x - 230) * cos) + ((y - 200) * sin), ((y - 200) * cos) - ((x - 230) * sin));
            return Math.Abs(across) < 150 && Math.Abs(down) < 120 ? ink + ((paper - ink) * value / 255.0) : desk;
        });

        var reading = HandwritingReader.Read(picture.WithGrain(2));

        AssertNear(Assert.Single(HandwritingReader.FindDigits(digit)).Box, Assert.Single(reading.Digits).Box);
        Assert.Equal("sheet edge", Assert.Single(reading.LeftOut).Kind);
    }

    [Theory]
    [InlineData(0.004)]
    [InlineData(0.01)]
    [InlineData(0.03)]
    public void Read_SaltAndPepper_IsCleaned(double share)
    {
        var random = new Random(1);
        var clean = Sheet.WithLines([[7, 3, 5, 0]], 4);
        var picture = clean.Change((_, _, value) => random.NextDouble() is var chance && chance < share / 2
            ? 0 : chance < share ? 255 : value);

        AssertSameDigits(clean, picture);
        Assert.Contains(HandwritingReader.Read(picture).LeftOut, mark => mark is { Kind: "speck", Count: > 100 });
    }

    [Fact]
    public void Read_DotsOfBlackAndWhite_AreGrey()
    {
        int[] order = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
        var clean = Sheet.WithLines([[7, 3, 5, 0]], 4, paper: 200);

        AssertSameDigits(clean, clean.Change((x, y, value) => value > (order[(y % 4 * 4) + (x % 4)] + 0.5) * 16 ? 255 : 0));
    }

    private static GreyImage Digit(int number, int side)
        => Sheet.WithDigit(Sheet.Digits[number].Pixels, 5, (side - 140) / 2, (side - 140) / 2, side, side);

    /// <summary>The same digits in the same order at the same places, to a few pixels.</summary>
    private static void AssertSameDigits(GreyImage clean, GreyImage picture)
    {
        var (expected, found) = (HandwritingReader.FindDigits(clean), HandwritingReader.FindDigits(picture));
        Assert.Equal(expected.Length, found.Length);
        foreach (var (one, other) in expected.Zip(found))
            AssertNear(one.Box, other.Box);
    }

    private static void AssertNear(PictureBox one, PictureBox other)
    {
        Assert.InRange(other.Left, one.Left - 4, one.Left + 4);
        Assert.InRange(other.Top, one.Top - 4, one.Top + 4);
        Assert.InRange(other.Right, one.Right - 4, one.Right + 4);
        Assert.InRange(other.Bottom, one.Bottom - 4, one.Bottom + 4);
    }
}
