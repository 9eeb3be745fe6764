using System.Collections.Immutable;
using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Digits are 100 pixels high here.</summary>
public class StrokeJoiningTests
{
    [Fact]
    public void Join_LooseBarOfAFive_BelongsToItsBody()
        => Assert.Single(Join(new(0, 20, 50, 80), new(62, 0, 45, 12)));

    [Fact]
    public void Join_LoopsOfAnEightWithAGap_AreOneDigit()
        => Assert.Single(Join(new(0, 0, 50, 45), new(2, 55, 52, 45)));

    [Fact]
    public void Join_LeftPartOfAFour_BelongsToItsStem()
        => Assert.Single(Join(new(0, 0, 45, 60), new(50, 5, 10, 95)));

    [Fact]
    public void Join_HalvesOfAZero_AreOneDigit()
        => Assert.Single(Join(new(0, 0, 30, 98), new(33, 2, 32, 98)));

    [Fact]
    public void Join_StrokeInThreePieces_IsOneDigit()
        => Assert.Single(Join(new(0, 0, 10, 30), new(2, 36, 10, 30), new(4, 72, 10, 28)));

    [Fact]
    public void Join_NeighboursInALine_StayApart()
        => Assert.Equal(3, Join(new(0, 0, 50, 100), new(60, 5, 10, 95), new(80, 0, 60, 100)).Length);

    [Fact]
    public void Join_DigitsOfTwoLines_StayApart()
        => Assert.Equal(2, Join(new(0, 0, 50, 100), new(5, 115, 50, 100)).Length);

    [Fact]
    public void Join_CommaBesideADigit_StaysApart()
        => Assert.Equal(2, Join(new(0, 0, 50, 100), new(65, 85, 10, 25)).Length);

    [Fact]
    public void Join_DashBetweenDigits_StaysApart()
        => Assert.Equal(3, Join(new(0, 0, 50, 100), new(65, 45, 40, 10), new(120, 0, 50, 100)).Length);

    [Fact]
    public void Join_GapIsMeasuredBetweenTheStrokes_NotTheBoxes()
    {
        // Two slanted strokes whose boxes overlap by half, with 40 pixels between them everywhere.
        Blob Slanted(int left) => new(
            new PictureBox(left + 1, 0, 109, 100),
            1000,
            [.. Enumerable.Range(0, 100).Select(row => new InkRun(row, left + 100 - row, left + 110 - row))]);

        Assert.Equal(2, StrokeJoining.Join([Slanted(0), Slanted(50)], 100).Length);
    }

    private static ImmutableArray<BlobGroup> Join(params PictureBox[] boxes)
        => StrokeJoining.Join([.. boxes.Select(Blob)], digitHeight: 100);

    private static Blob Blob(PictureBox box) => new(
        box,
        box.Width * box.Height,
        [.. Enumerable.Range(box.Top, box.Height).Select(row => new InkRun(row, box.Left, box.Right))]);
}
