using CsCheck;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class SlidingTests
{
    private static readonly Gen<(GreyImage Picture, int Reach)> Cases = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, 4])
        .SelectMany((width, height, reach) => Gen.Byte.Array[width * height]
            .Select(pixels => (new GreyImage(width, height, pixels), reach)));

    [Fact]
    public void MaxAndMin_AnyPicture_AreThoseOfTheSquare()
        => Cases.ForAll((picture, reach) =>
        {
            Assert.Equal(Square(picture, reach, reach, window => window.Max()), Sliding.Max(picture, reach).Pixels.ToArray());
            Assert.Equal(Square(picture, reach, reach, window => window.Min()), Sliding.Min(picture, reach).Pixels.ToArray());
        });

    [Fact]
    public void AlongRows_AnyPicture_AreThoseOfTheRow()
        => Cases.ForAll((picture, reach) =>
        {
            Assert.Equal(Square(picture, reach, 0, window => window.Max()), Sliding.MaxAlongRows(picture, reach).Pixels.ToArray());
            Assert.Equal(Square(picture, reach, 0, window => window.Min()), Sliding.MinAlongRows(picture, reach).Pixels.ToArray());
        });

    [Fact]
    public void Mean_AnyPicture_IsThatOfTheSquareButForTwoRoundings()
        => Cases.ForAll((picture, reach) =>
        {
            var mean = Square(picture, reach, reach, window => (byte)window.Average(value => value));
            Assert.All(
                Sliding.Mean(picture, reach).Pixels.ToArray().Zip(mean),
                pair => Assert.InRange(pair.First - pair.Second, -1, 2));
        });

    private static byte[] Square(GreyImage picture, int across, int down, Func<IEnumerable<byte>, byte> summary) =>
    [
        .. Enumerable.Range(0, picture.Pixels.Length).Select(i => summary(
            Enumerable.Range(0, picture.Pixels.Length)
                .Where(j => Math.Abs((i % picture.Width) - (j % picture.Width)) <= across
                    && Math.Abs((i / picture.Width) - (j / picture.Width)) <= down)
                .Select(j => picture.Pixels.Span[j]))),
    ];
}
