using CsCheck;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Sheets;

public class IndexedPngTests
{
    [Fact]
    public void Encode_AnyPictureOfFewColours_AnotherDecoderReadsTheSame()
        => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 256], Gen.Int).ForAll(
            (width, height, colors, seed) =>
            {
                var random = new Random(seed);
                var palette = Enumerable.Range(0, colors).Select(_ => ((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256))).ToArray();
                var pixels = Enumerable.Range(0, width * height).Select(_ => palette[random.Next(colors)]).ToArray();
                byte[] bytes = [.. pixels.SelectMany(pixel => new[] { pixel.Item1, pixel.Item2, pixel.Item3, (byte)255 })];

                var picture = new ColorPicture(IndexedPng.Encode(bytes, width, height)!);

                return (picture.Width, picture.Height) == (width, height)
                    && picture.Part(0, 0, width, height).Select(color => (color.Red, color.Green, color.Blue)).SequenceEqual(pixels);
            });

    [Fact]
    public void Encode_MoreColoursThanAPaletteHas_Null()
    {
        byte[] pixels = [.. Enumerable.Range(0, 257).SelectMany(i => new[] { (byte)i, (byte)(i / 256), (byte)0, (byte)255 })];

        Assert.Null(IndexedPng.Encode(pixels, 257, 1));
        Assert.NotNull(IndexedPng.Encode(pixels.AsSpan(0, 1024), 256, 1));
    }
}
