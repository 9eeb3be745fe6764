using System.Collections.Immutable;
using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class ClutterTests
{
    [Fact]
    public void Describe_PageOfDigits_IsNull() => Assert.Null(Clutter.Describe(Grid(apart: 60), marks: 60, specks: 200, mostDigits: 1000));

    [Fact]
    public void Describe_MarksThatOverlap_SaysSo()
        => Assert.StartsWith(
            "holds 40 marks that run into one another", Clutter.Describe(Grid(apart: 30), 40, 0, 1000), StringComparison.Ordinal);

    [Fact]
    public void Describe_AFewThatOverlap_IsNull() => Assert.Null(Clutter.Describe([.. Grid(apart: 30).Take(8)], 8, 0, 1000));

    [Fact]
    public void Describe_ManySpecks_SaysSo()
        => Assert.StartsWith(
            "falls into 2000 specks and 40 larger marks", Clutter.Describe(Grid(60), 40, 2000, 1000), StringComparison.Ordinal);

    [Fact]
    public void Describe_TooManyDigits_SaysSo()
        => Assert.StartsWith(
            "holds 40 marks, more than the 39 digits", Clutter.Describe(Grid(60), 40, 0, 39), StringComparison.Ordinal);

    [Fact]
    public void Describe_ManyMarksThatMakeNoDigits_SaysSo()
        => Assert.StartsWith(
            "falls into 300 marks that make no digits", Clutter.Describe(Grid(60), 300, 0, 1000), StringComparison.Ordinal);

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public void Describe_MarksBeforeTheyAreJoined_FiveADigitAndFortyMay(int marks, bool isTooMany)
        => Assert.Equal(isTooMany, Clutter.Describe(marks, mostDigits: 10) is not null);

    /// <summary>40 digits of 50 x 70 in four lines.</summary>
    private static ImmutableArray<BlobGroup> Grid(int apart) =>
    [
        .. Enumerable.Range(0, 40).Select(i => BlobGroup.Of(
            [new Blob(new PictureBox(i % 10 * apart, i / 10 * 100, 50, 70), 500, [])])),
    ];
}
