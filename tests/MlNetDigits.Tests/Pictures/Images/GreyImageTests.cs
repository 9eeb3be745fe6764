using CsCheck;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Images;

public class GreyImageTests
{
    private static readonly Gen<GreyImage> Images = Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40])
        .SelectMany(size => Gen.Byte.Array[size.Item1 * size.Item2]
            .Select(pixels => new GreyImage(size.Item1, size.Item2, pixels)));

    private static readonly Gen<ResizeKernel> Kernels = Gen.Enum<ResizeKernel>();

    [Fact]
    public void Resize_OneGrey_StaysThatGrey()
        => Gen.Select(Gen.Byte, Gen.Int[1, 50], Gen.Int[1, 50], Gen.Int[1, 50], Gen.Int[1, 50], Kernels).ForAll(
            (grey, width, height, newWidth, newHeight, kernel) =>
            {
                var pixels = new byte[width * height];
                pixels.AsSpan().Fill(grey);
                var resized = new GreyImage(width, height, pixels).Resize(newWidth, newHeight, kernel);
                Assert.Equal((newWidth, newHeight), (resized.Width, resized.Height));
                Assert.All(resized.Pixels.ToArray(), pixel => Assert.Equal(grey, pixel));
            });

    [Fact]
    public void Resize_ByAWholeFactor_KeepsTheMean()
        => Gen.Select(Gen.Int[6, 10], Gen.Int[2, 4]).SelectMany(size =>
            Gen.Byte.Array[size.Item1 * size.Item2 * size.Item1 * size.Item2]
                .Select(pixels => (size.Item1, size.Item2, pixels)))
            .ForAll((small, factor, pixels) =>
            {
                // Black at the border, where the kernel is cut off and what is left of it weighs more.
                var side = small * factor;
                for (var i = 0; i < pixels.Length; i++)
                {
                    var (x, y) = (i % side, i / side);
                    if (Math.Min(Math.Min(x, y), Math.Min(side - 1 - x, side - 1 - y)) < 2 * factor)
                        pixels[i] = 0;
                }

                var image = new GreyImage(side, side, pixels);
                Assert.Equal(Mean(image), Mean(image.Resize(small, small)), tolerance: 0.5);
            });

    [Fact]
    public void Resize_Triangle_StaysBetweenDarkestAndLightest()
        => Gen.Select(Images, Gen.Int[1, 50], Gen.Int[1, 50]).ForAll((image, width, height) =>
        {
            var (low, high) = (image.Pixels.ToArray().Min(), image.Pixels.ToArray().Max());
            Assert.All(image.Resize(width, height).Pixels.ToArray(), pixel => Assert.InRange(pixel, low, high));
        });

    // Worked out by hand: weights 3/7, 3/7, 1/7 and their mirror image when halving four pixels; 3/4 and 1/4 when
    // doubling two; Catmull-Rom at a quarter is -9, 111, 29, -3 of 128. At the edge what is there is divided by its
    // own sum: (29 * 128 - 3 * 128) / (111 + 29 - 3) is 24.3.
    [Theory]
    [InlineData(new byte[] { 70, 140, 210, 0 }, 2, ResizeKernel.Triangle, new byte[] { 120, 110 })]
    [InlineData(new byte[] { 0, 200 }, 4, ResizeKernel.Triangle, new byte[] { 0, 50, 150, 200 })]
    [InlineData(new byte[] { 0, 128, 128, 0 }, 8, ResizeKernel.Cubic, new byte[] { 0, 24, 100, 140, 140, 100, 24, 0 })]
    public void Resize_OneRow_HasTheValuesWorkedOutByHand(byte[] row, int width, ResizeKernel kernel, byte[] expected)
        => Assert.Equal(expected, new GreyImage(row.Length, 1, row).Resize(width, 1, kernel).Pixels.ToArray());

    [Fact]
    public void Resize_Turned_IsTheSameTurned()
        => Gen.Select(Images, Gen.Int[1, 30], Gen.Int[1, 30], Kernels).ForAll((image, width, height, kernel) =>
        {
            var turned = Transpose(Transpose(image).Resize(height, width, kernel)).Pixels.ToArray();
            var direct = image.Resize(width, height, kernel).Pixels.ToArray();
            Assert.All(direct.Zip(turned), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1));
        });

    [Fact]
    public void Resize_SameSize_IsThePictureItself()
        => Images.ForAll(image => Assert.Same(image, image.Resize(image.Width, image.Height)));

    [Fact]
    public void Invert_Twice_IsThePictureItself()
        => Images.ForAll(image => Assert.Equal(image.Pixels.ToArray(), image.Invert().Invert().Pixels.ToArray()));

    [Fact]
    public void Invert_BlackAndWhite_ChangePlaces()
        => Assert.Equal([255, 0, 155], new GreyImage(3, 1, new byte[] { 0, 255, 100 }).Invert().Pixels.ToArray());

    [Fact]
    public void Crop_Part_HasItsPixels()
    {
        var image = new GreyImage(4, 3, new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 });

        Assert.Equal([5, 6, 9, 10], image.Crop(1, 1, 2, 2).Pixels.ToArray());
    }

    [Fact]
    public void Crop_Outside_Throws()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new GreyImage(2, 2, new byte[4]).Crop(1, 0, 2, 2));

    [Fact]
    public void GreyImage_OtherNumberOfPixels_Throws()
        => Assert.Throws<ArgumentException>(() => new GreyImage(2, 2, new byte[5]));

    private static double Mean(GreyImage image) => image.Pixels.ToArray().Average(pixel => (double)pixel);

    private static GreyImage Transpose(GreyImage image) => new(
        image.Height, image.Width,
        Enumerable.Range(0, image.Pixels.Length)
            .Select(i => image.Pixels.Span[(i % image.Height * image.Width) + (i / image.Height)]).ToArray());
}
