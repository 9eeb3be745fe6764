using Microsoft.ML;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>What the network gets does not depend on how a digit lies on its paper.</summary>
public class PreparedDigitTests
{
    // Where a case is measured as a mean and a largest difference, in grey levels a pixel: a stroke that is just about
    // thick enough to be left alone may be redrawn in one of two pictures, which makes a few levels.

    [Fact]
    public void PrepareDigit_Shifted_SamePixels()
        => AssertNear(0.2, 8, (digit, random) => (
            Sheet.WithDigit(digit, 3, 20, 20, 204, 204),
            Sheet.WithDigit(digit, 3, random.Next(120), random.Next(120), 204, 204)));

    [Fact]
    public void PrepareDigit_OtherPaperAndInk_SamePixels()
        => AssertNear(0.7, 8, (digit, random) =>
        {
            var paper = random.Next(130, 256);
            return (Sheet.WithDigit(digit, 4), Sheet.WithDigit(digit, 4, (byte)paper, (byte)(paper * random.NextDouble() / 2)));
        });

    [Fact]
    public void PrepareDigit_LightInkOnDarkPaper_SamePixels()
        => AssertNear(0.2, 8, (digit, random) =>
        {
            var picture = Sheet.WithDigit(digit, 4, (byte)random.Next(150, 256), (byte)random.Next(80));
            return (picture, picture.Invert());
        });

    [Fact]
    public void PrepareDigit_LightFallsOff_NearlyTheSamePixels()
        => AssertNear(1.5, 8, (digit, random) =>
        {
            // In the darkest corner down to three tenths.
            var picture = Sheet.WithDigit(digit, 4, 240, 40);
            var (across, down) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            return (picture, picture.Change((x, y, value) => value
                * (0.65 + (0.35 * across * ((2.0 * x / picture.Width) - 1)) + (0.35 * down * ((2.0 * y / picture.Height) - 1)))));
        });

    [Fact]
    public void PrepareDigit_OtherSize_SimilarPixels()
        => AssertNear(3.5, 11, (digit, random) => (Sheet.WithDigit(digit, 4), Sheet.WithDigit(digit, random.Next(2, 10))));

    // These digits are from MNIST's training images, on which the model was trained, so both numbers are too good; what
    // counts is that they are the same. See the test of MNIST below for honest ones.
    [Fact]
    public void PrepareDigit_SampleDigitsFiveTimesAsLarge_NearlyThePixelsAndTheAccuracy()
    {
        var (direct, prepared, difference) = Compare(Sheet.Digits);

        // Of 1,000: 982, 979 and 5.1 grey levels a pixel.
        Assert.InRange(prepared, direct - 5, direct + 5);
        Assert.InRange(difference, 0, 5.5);
    }

    [MnistFact]
    public void PrepareDigit_MnistTestDigitsFiveTimesAsLarge_NearlyThePixelsAndTheAccuracy()
    {
        var (direct, prepared, difference) = Compare(
            [
                .. DigitRecords.Read(DigitSource.Resolve(MnistFolder.Path!, DigitPart.Test)).Take(1000)
                    .Select(record => ((int)record.Label, record.Pixels.ToArray())),
            ]);

        Assert.InRange(prepared, direct - 5, direct + 5);
        Assert.InRange(difference, 0, 5.5);
    }

    /// <summary>Reads digits as they are, and enlarged on a sheet and prepared; and how much the pixels differ.</summary>
    private static (int Direct, int Prepared, double Difference) Compare(IReadOnlyList<(int Label, byte[] Pixels)> digits)
    {
        var network = ModelFile.Load(new MLContext(), DigitsModel.Path).Network;
        var (direct, prepared, difference) = (0, 0, 0.0);
        foreach (var (label, pixels) in digits)
        {
            var again = Prepare(Sheet.WithDigit(pixels, 5, 14, 14, 168, 168));
            difference += Nearest(pixels, again) / digits.Count;
            direct += network.Read(pixels) == label ? 1 : 0;
            prepared += network.Read(again) == label ? 1 : 0;
        }

        return (direct, prepared, difference);
    }

    private static void AssertNear(
        double mean, double largest, Func<byte[], Random, (GreyImage One, GreyImage Other)> pictures)
    {
        var random = new Random(1);
        double[] differences =
        [
            .. Sheet.Digits.Take(100).Select(digit => pictures(digit.Pixels, random))
                .Select(pair => Nearest(Prepare(pair.One), Prepare(pair.Other))),
        ];
        Assert.InRange(differences.Average(), 0, mean);
        Assert.InRange(differences.Max(), 0, largest);
    }

    private static byte[] Prepare(GreyImage picture) => HandwritingReader.PrepareDigit(picture).Pixels.ToArray();

    /// <summary>
    /// The mean difference of two digits in grey levels, where one may be moved by a pixel: whether the centre of mass
    /// is rounded up or down hangs by a hair.
    /// </summary>
    private static double Nearest(byte[] a, byte[] b)
    {
        var shifts =
            from down in Enumerable.Range(-1, 3)
            from across in Enumerable.Range(-1, 3)
            select Sheet.Difference(a, Moved(b, across, down));
        return shifts.Min();
    }

    private static byte[] Moved(byte[] digit, int across, int down) =>
    [
        .. Enumerable.Range(0, 784).Select(i =>
        {
            var (x, y) = ((i % 28) - across, (i / 28) - down);
            return x is >= 0 and < 28 && y is >= 0 and < 28 ? digit[(y * 28) + x] : (byte)0;
        }),
    ];
}
