using System.Diagnostics;
using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class HandwritingReaderTests
{
    [Fact]
    public void FindDigits_Page_BoxesInReadingOrder()
    {
        var page = Sheet.WithLines([[3, 1, 4, 1, 5], [9, 2, 6], [5, 3, 5, 8]], scale: 4);

        var digits = HandwritingReader.FindDigits(page);

        // The cells of the page are 112 pixels wide and high.
        Assert.Equal(
            [(0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (2, 3)],
            digits.Select(digit => (digit.Line, digit.Position)));
        Assert.All(digits, digit =>
        {
            Assert.Equal((digit.Position, digit.Line), (digit.Box.Left / 112, digit.Box.Top / 112));
            Assert.Equal((digit.Position, digit.Line), ((digit.Box.Right - 1) / 112, (digit.Box.Bottom - 1) / 112));
            Assert.InRange(Math.Max(digit.Box.Width, digit.Box.Height), 74, 82);
        });
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(8, 1)]
    [InlineData(4, 3)]
    [InlineData(5, 2)]
    public void FindDigits_ColumnOrBlockOnASmallSheet_IsNotOneBrokenDigit(int lines, int columns)
    {
        int[][] numbers = [.. Enumerable.Range(0, lines).Select(line => Enumerable.Range(line * columns, columns).ToArray())];
        var page = Sheet.WithLines(numbers, scale: 4);

        var places = HandwritingReader.FindDigits(page).Select(digit => (digit.Box.Top / 112, digit.Box.Left / 112));

        Assert.Equal(Enumerable.Range(0, lines * columns).Select(i => (i / columns, i % columns)), places);
    }

    [Fact]
    public void FindDigits_PenSkipsInEachDigit_SameBoxesAsOfWholeOnes()
    {
        // Strokes are ten pixels wide; a slanted gap of four goes through the middle of each cell.
        var whole = Sheet.WithLines([[0, 2, 3, 5, 6, 8], [9, 10, 12, 13, 15, 16]], scale: 4);
        var cut = whole.Change((x, y, value)
            => Math.Abs((y % 112) - 56 - (((x % 112) - 56) / 3.0)) < 2.2 ? 255 : value);

        var (expected, found) = (HandwritingReader.FindDigits(whole), HandwritingReader.FindDigits(cut));

        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair =>
        {
            var (one, other) = (pair.First.Box, pair.Second.Box);
            Assert.InRange(Math.Abs(one.Left - other.Left) + Math.Abs(one.Right - other.Right), 0, 3);
            Assert.InRange(Math.Abs(one.Top - other.Top) + Math.Abs(one.Bottom - other.Bottom), 0, 3);
        });
    }

    [Fact]
    public void FindDigits_OneDigit_HasTheBoxOfItsInk()
    {
        var picture = Sheet.WithBars(300, 200, 250, 20, new PictureBox(120, 40, 12, 110), new PictureBox(120, 40, 60, 12));

        var digit = Assert.Single(HandwritingReader.FindDigits(picture));

        Assert.Equal(new PictureBox(120, 40, 60, 110), digit.Box);
        Assert.Equal(784, digit.Pixels.Length);
    }

    [Fact]
    public void FindDigits_BadLightNoiseAndLines_SameBoxesAsOnCleanPaper()
    {
        var clean = Sheet.WithLines([[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]], scale: 3, paper: 245, ink: 40);
        var bad = clean.Change((x, y, value) =>
        {
            var ruled = y % 40 < 2 ? Math.Min((int)value, 205) : value;
            return ruled * (1 - (0.5 * (x + y) / (clean.Width + clean.Height))) * (x > 250 ? 0.7 : 1);
        }).WithGrain(3);

        var (expected, found) = (HandwritingReader.FindDigits(clean), HandwritingReader.FindDigits(bad));

        Assert.Equal(10, found.Length);
        foreach (var (on, off) in expected.Zip(found))
        {
            Assert.InRange(Math.Abs(on.Box.Left - off.Box.Left), 0, 2);
            Assert.InRange(Math.Abs(on.Box.Top - off.Box.Top), 0, 2);
            Assert.InRange(Math.Abs(on.Box.Right - off.Box.Right), 0, 2);
            Assert.InRange(Math.Abs(on.Box.Bottom - off.Box.Bottom), 0, 2);
        }
    }

    [Fact]
    public void PrepareDigit_PartsFarApart_AllBelongToTheDigit()
    {
        PictureBox[] parts = [new(40, 40, 10, 60), new(200, 130, 10, 60)];
        var picture = Sheet.WithBars(300, 200, 250, 20, parts);

        Assert.Equal(parts[0].Around(parts[1]), HandwritingReader.PrepareDigit(picture).Box);
        Assert.Equal(2, HandwritingReader.FindDigits(picture).Length);
    }

    [Fact]
    public void FindDigits_TwelveMegapixels_QuickAndBoxesOfTheWholePicture()
    {
        // As a camera takes it: 32 digits on 672 x 336, six times as wide and nine times as high, with a grain.
        int[][] lines = [.. Enumerable.Range(0, 4).Select(line => Enumerable.Range(line * 8, 8).ToArray())];
        var small = Sheet.WithLines(lines, scale: 3, paper: 230, ink: 50);
        var photo = small.Resize(4032, 3024).WithGrain(4);
        HandwritingReader.FindDigits(small);

        var watch = Stopwatch.StartNew();
        var digits = HandwritingReader.FindDigits(photo);

        // 0.3 s alone on a quick machine; the margin is for busy ones.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.Equal(32, digits.Length);
        var expected = HandwritingReader.FindDigits(small);
        Assert.All(expected.Zip(digits), pair =>
        {
            Assert.InRange(pair.Second.Box.Left - (pair.First.Box.Left * 6), -12, 12);
            Assert.InRange(pair.Second.Box.Top - (pair.First.Box.Top * 9), -18, 18);
        });
    }

    [Fact]
    public void FindDigits_EmptyPaper_SaysThatThereIsNoInk()
    {
        var thrown = Assert.Throws<InvalidInputException>(
            () => HandwritingReader.FindDigits(Sheet.Blank(100, 80, 200).WithGrain(5), path: "empty.png"));

        Assert.Equal(
            "empty.png: no ink found; give a picture of dark digits on light paper or of light ones on dark.", thrown.Message);
    }

    [Fact]
    public void PrepareDigit_EmptyPaper_SaysThatThereIsNoInk()
        => Assert.StartsWith(
            "the picture: no ink found",
            Assert.Throws<InvalidInputException>(() => HandwritingReader.PrepareDigit(Sheet.Blank(100, 80))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(50, 6)]
    [InlineData(60, 10)]
    [InlineData(100, 3)]
    [InlineData(100, 6)]
    [InlineData(150, 6)]
    [InlineData(300, 2)]
    public void FindDigits_Lawn_SaysThatItIsNone(int blades, int scale)
    {
        var random = new Random(1);
        var grass = Sheet.Blank(blades, blades).Change((_, _, _) => random.Next(256))
            .Resize(blades * scale, blades * scale, ResizeKernel.Cubic);

        var thrown = Assert.Throws<InvalidInputException>(() => HandwritingReader.FindDigits(grass));

        Assert.Contains("as a photo of grass", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindDigits_MoreThanAllowed_SaysSo()
    {
        var page = Sheet.WithLines([[0, 1, 2], [3, 4, 5]], scale: 2);

        var thrown = Assert.Throws<InvalidInputException>(
            () => HandwritingReader.FindDigits(page, new HandwritingOptions { MostDigits = 5 }));

        Assert.StartsWith("the picture: holds 6 marks, more than the 5 digits", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindDigits_Scattered_IsRefusedBeforeTheMarksAreJoined()
    {
        var dots = Sheet.Blank(1200, 1200).Change((x, y, value) => x % 8 < 3 && y % 8 < 3 ? 0 : value);

        var watch = Stopwatch.StartNew();
        var thrown = Assert.Throws<InvalidInputException>(() => HandwritingReader.FindDigits(dots));

        Assert.StartsWith("the picture: falls into 22500 marks", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 0)]
    public void FindDigits_OptionOutOfRange_Throws(int workingPixels, int mostDigits)
        => Assert.Throws<ArgumentOutOfRangeException>(() => HandwritingReader.FindDigits(
            Sheet.Blank(5, 5), new HandwritingOptions { WorkingPixels = workingPixels, MostDigits = mostDigits }));
}
