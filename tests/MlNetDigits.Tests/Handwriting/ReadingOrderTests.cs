using CsCheck;

namespace MlNetDigits.Tests.Handwriting;

public class ReadingOrderTests
{
    [Fact]
    public void Lines_NoBoxes_NoLines() => Assert.Empty(ReadingOrder.Lines([]));

    [Fact]
    public void Lines_OneBox_OneLine()
        => Assert.Equal([0], Assert.Single(ReadingOrder.Lines([new PictureBox(5, 5, 10, 20)])).ToArray());

    [Fact]
    public void Lines_ShortAndTallInOneLine_LeftToRight()
    {
        var lines = ReadingOrder.Lines([new(200, 0, 50, 100), new(0, 10, 50, 100), new(100, 30, 50, 60)]);

        Assert.Equal([1, 2, 0], Assert.Single(lines).ToArray());
    }

    // Rows a column, by which lines on photos fall or rise.
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    [InlineData(-0.25)]
    public void Lines_SlantedIndentedUneven_AreRead(double slope)
        => Gen.Select(Gen.Int[1, 7], Gen.Int).Sample((lines, seed) =>
        {
            var random = new Random(seed);
            var page = Enumerable.Range(0, lines).Select(line => Line(random, 1000 + (line * 80), slope)).ToArray();
            var order = page.SelectMany(line => line).OrderBy(_ => random.Next()).ToArray();

            var read = ReadingOrder.Lines([.. order]).Select(line => line.Select(index => order[index]).ToArray());

            Assert.Equal(page, read);
        });

    /// <summary>Digits about 50 pixels high, with gaps like those between words.</summary>
    private static PictureBox[] Line(Random random, int top, double slope)
    {
        var boxes = new List<PictureBox>();
        var x = random.Next(100);
        for (var count = random.Next(2, 12); count > 0; count--)
        {
            var (width, height) = (random.Next(8, 45), random.Next(40, 55));
            boxes.Add(new PictureBox(x, (int)(top + (slope * x) + random.Next(-6, 7) + ((50 - height) / 2)), width, height));
            x += width + random.Next(10, 35) + (random.Next(6) == 0 ? 60 : 0);
        }

        return [.. boxes];
    }
}
