using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

/// <summary>What the numbers of pixels mean.</summary>
public sealed class PixelRangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("255", 0, 255, "255")]
    [InlineData("1", 0, 1, "1")]
    [InlineData("0..16", 0, 16, "16")]
    [InlineData("-1..1", -1, 1, "-1..1")]
    [InlineData("255..0", 255, 0, "255..0")]
    public void Parse_Range_IsTheOneThatIsMeant(string text, double background, double ink, string shown)
    {
        var range = PixelRange.Parse(text)!;

        Assert.Equal((background, ink, shown), (range.Background, range.Ink, range.ToString()));
    }

    [Theory]
    [InlineData("Auto", true)]
    [InlineData("255", false)]
    public void Parse_Auto_IsAuto(string text, bool isAuto) => Assert.Equal(isAuto, PixelRange.Parse(text)!.IsAuto);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("x")]
    [InlineData("1..1")]
    [InlineData("1..2..3")]
    [InlineData("NaN")]
    [InlineData("0..1e300")]
    public void Parse_NoRange_IsNull(string text) => Assert.Null(PixelRange.Parse(text));

    [Theory]
    [InlineData("1")]
    [InlineData("0.5")]
    [InlineData("16")]
    [InlineData("0")]
    public void Load_NoPixelAbove16_IsRefused(string ink)
    {
        var exception = Assert.Throws<InvalidInputException>(() => Load(ink, null));

        Assert.Contains($"has no pixel above {ink}, but pixels go from 0 to 255", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--pixel-range auto", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17", null, 17)]
    [InlineData("1", "1", 255)]
    [InlineData("0.2", "1", 51)]
    [InlineData("0.2", "auto", 51)]
    [InlineData("1", "auto", 255)]
    [InlineData("16", "auto", 255)]
    [InlineData("8", "16", 128)]
    [InlineData("200", "auto", 200)]
    [InlineData("0.5", "255", 0.5)]
    [InlineData("3", "255", 3)]
    [InlineData("65535", "65535", 255)]
    public void Load_RangeSaid_PixelsAreScaled(string ink, string? range, float expected)
        => Assert.Equal(expected, Load(ink, range)[DigitFiles.Ink]);

    [Theory]
    [InlineData("-1..1")]
    [InlineData("auto")]
    public void Load_FromMinusOneToOne_IsScaled(string range)
    {
        var text = DigitFiles.Line("3", (DigitFiles.Ink, "1")).Replace(",0", ",-1", StringComparison.Ordinal);

        var pixels = Pixels(text, range);

        Assert.Equal((0f, 255f), (pixels[0], pixels[DigitFiles.Ink]));
    }

    [Fact]
    public void Load_DarkInkOnLightPaper_IsTurned()
    {
        var pixels = Load("255", "255..0");

        Assert.Equal((255f, 0f), (pixels[0], pixels[DigitFiles.Ink]));
    }

    [Theory]
    [InlineData(null, -1)]
    [InlineData("auto", 0)]
    [InlineData("255..0", 0)]
    [InlineData("255", 255)]
    public void Load_LightForTheMostPart_IsRefusedOrTurned(string? range, float expected)
    {
        // Paper is 255, and the ink is 0.
        var text = DigitFiles.Line("3", (DigitFiles.Ink, "9")).Replace(",0", ",255", StringComparison.Ordinal);

        if (expected < 0)
            Assert.Contains("has light pixels for the most part", Assert.Throws<InvalidInputException>(() => Pixels(text, range)).Message, StringComparison.Ordinal);
        else
            Assert.Equal(expected, Pixels(text, range)[0]);
    }

    [Theory]
    [InlineData("-1", null, "pixels from -1 to 1 are read with --pixel-range -1..1")]
    [InlineData("300", null, "is '300', but a pixel is a number from 0 to 255; say what full ink is with --pixel-range")]
    [InlineData("2", "1", "is '2', but a pixel is a number from 0 to 1")]
    [InlineData("-9", "auto", "has pixels from -9 to 0, which is none of the usual ranges")]
    public void Load_PixelOutOfRange_IsRefused(string ink, string? range, string expected)
        => Assert.Contains(expected, Assert.Throws<InvalidInputException>(() => Load(ink, range)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.00392156862745098)]
    [InlineData(0.6117647)]
    public void Load_MnistDividedBy255_IsMnistAgain(double pixel)
        => Assert.Equal(Math.Round(pixel * 255), Load(pixel.ToString(CultureInfo.InvariantCulture), "1")[DigitFiles.Ink]);

    [Theory]
    [InlineData(1, null, -1)]
    [InlineData(16, null, -1)]
    [InlineData(1, "auto", 0)]
    [InlineData(1, "1", 255)]
    [InlineData(16, "auto", 0)]
    [InlineData(16, "255", 16)]
    [InlineData(255, null, -1)]
    [InlineData(255, "auto", 0)]
    [InlineData(255, "255", 255)]
    [InlineData(2, "1", -1)]
    public void Load_IdxOfAnotherRange_IsRefusedOrScaled(byte ink, string? range, int expected)
    {
        DigitRecord[] records = [.. Enumerable.Range(0, 300).Select(_ => new DigitRecord(4, Enumerable.Repeat(ink, 784).ToArray()))];
        var source = DigitFiles.WriteIdx(_folder, 300, DigitFiles.Images(300, records), DigitFiles.Labels(300, records.Select(record => record.Label)));
        var options = new DigitDataOptions { PixelRange = PixelRange.Parse(range) };

        if (expected < 0)
        {
            Assert.Throws<InvalidInputException>(() => DigitData.Load(new MLContext(), source, options));
            Assert.Throws<InvalidInputException>(() => DigitRecords.Count(source, options));
        }
        else
        {
            Assert.All(DigitData.Load(new MLContext(), source, options).View.GetColumn<float[]>("Pixels"), pixels => Assert.All(pixels, pixel => Assert.Equal(expected, pixel)));
            Assert.All(DigitRecords.Read(source, options), record => Assert.Equal(expected, record.Pixels.Span[9]));
        }
    }

    private float[] Load(string ink, string? range) => Pixels(DigitFiles.Line("3", (DigitFiles.Ink, ink)), range);

    private float[] Pixels(string text, string? range)
        => Assert.Single(DigitData.Load(new MLContext(), _folder.Write("digits.csv", text), options: new DigitDataOptions { PixelRange = PixelRange.Parse(range) })
            .View.GetColumn<float[]>("Pixels"));
}
