using CsCheck;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class WorkingSizeTests
{
    [Theory]
    [InlineData(2000, 2000, 1)]
    [InlineData(2001, 2000, 2)]
    [InlineData(4000, 3000, 2)]
    [InlineData(8000, 6000, 4)]
    [InlineData(1, 1, 1)]
    public void FactorFor_FourMillionPixels_LeavesAtMostThat(int width, int height, int factor)
        => Assert.Equal(factor, WorkingSize.FactorFor(new GreyImage(width, height, new byte[width * height]), 4_000_000));

    [Fact]
    public void Shrink_AnyPicture_EachPixelIsTheRoundedMeanOfItsSquare()
        => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 5])
            .SelectMany((width, height, factor) => Gen.Byte.Array[width * height].Select(pixels => (width, height, factor, pixels)))
            .ForAll((width, height, factor, pixels) =>
            {
                var shrunk = WorkingSize.Shrink(new GreyImage(width, height, pixels), factor);
                for (var i = 0; i < shrunk.Pixels.Length; i++)
                {
                    var (column, row) = (i % shrunk.Width, i / shrunk.Width);
                    var mean = Enumerable.Range(0, pixels.Length)
                        .Where(j => j % width / factor == column && j / width / factor == row)
                        .Average(j => (double)pixels[j]);
                    Assert.InRange(shrunk.Pixels.Span[i], mean - 0.5, mean + 0.5);
                }
            });
}
