using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

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

    // Rows a column, by which lines on photos fall or rise. Two digits far apart on a slanted page can be meant as one
    // line or as two, so that no rule reads every such page as it was made; the pages are the same in every run.
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.2)]
    [InlineData(-0.25)]
    public void Lines_SlantedIndentedUneven_AreReadButForOneInFiveHundred(double slope)
    {
        const int Pages = 2_000;

        var read = Enumerable.Range(0, Pages).Count(seed => IsReadAsMade(new Random(seed), slope));

        Assert.InRange(read, Pages - (Pages / 500), Pages);
    }

    private static bool IsReadAsMade(Random random, double slope)
    {
        var page = Enumerable.Range(0, random.Next(1, 8)).Select(line => Line(random, 1000 + (line * 80), slope)).ToArray();
        var order = page.SelectMany(line => line).OrderBy(_ => random.Next()).ToArray();

        var read = ReadingOrder.Lines([.. order]);

        return read.Length == page.Length
            && read.Zip(page).All(line => line.First.Select(index => order[index]).SequenceEqual(line.Second));
    }

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
