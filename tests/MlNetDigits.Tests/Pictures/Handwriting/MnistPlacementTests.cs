using CsCheck;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class MnistPlacementTests
{
    [Fact]
    public void Place_AnyShape_IsFittedCentredAndStrong()
        => Gen.Select(Gen.Int[8, 60], Gen.Int[8, 60]).SelectMany((width, height)
            => Gen.Byte[100, 255].Array[width * height].Select(ink => new GreyImage(width, height, ink)))
            .ForAll(ink =>
            {
                var digit = new GreyImage(28, 28, MnistPlacement.Place(ink));
                var (x, y) = MnistPlacement.CentreOfMass(digit);
                Assert.InRange(x, 13.49, 14.51);
                Assert.InRange(y, 13.49, 14.51);
                Assert.Equal(255, digit.Pixels.ToArray().Max());
                Assert.InRange(Longer(digit.Pixels.ToArray()), 19, 20);
            });

    [Fact]
    public void Place_TwiceAsHighAsWide_StaysSo()
    {
        var digit = MnistPlacement.Place(Sheet.Blank(50, 100));
        var columns = Enumerable.Range(0, 784).Where(i => digit[i] > 127).Select(i => i % 28).Distinct().Count();
        Assert.Equal((10, 20), (columns, Longer(digit)));
    }

    [Fact]
    public void Place_MassAllAtOneSide_StaysInsideThePicture()
    {
        // A long thin tail to the right: the mass would like to be further to the right than there is room.
        var ink = Sheet.WithBars(400, 400, 0, 255, new PictureBox(0, 0, 60, 60), new PictureBox(0, 398, 400, 2));

        var digit = MnistPlacement.Place(ink);

        Assert.Equal(20, Longer(digit));
    }

    [Fact]
    public void CentreOfMass_TwoPixels_IsBetweenThemByWeight()
        => Assert.Equal((2.25, 0), MnistPlacement.CentreOfMass(new GreyImage(4, 1, new byte[] { 50, 0, 0, 150 })));

    [Fact]
    public void CentreOfMass_Blank_IsTheMiddle()
        => Assert.Equal((1.5, 0.5), MnistPlacement.CentreOfMass(Sheet.Blank(4, 2, 0)));

    // The facts of MNIST that the placement is made after.
    [MnistFact]
    public void Mnist_TrainingDigits_AreFittedInTwentyAndCentredAtFourteen()
    {
        var (count, asLong, centred, strong) = (0, 0, 0, 0);
        foreach (var (_, pixels) in TestDigits.Mnist.Records)
        {
            var (x, y) = MnistPlacement.CentreOfMass(new GreyImage(28, 28, pixels));
            count++;
            asLong += Longer(pixels) == 20 ? 1 : 0;
            centred += Math.Abs(x - 14) <= 0.5 && Math.Abs(y - 14) <= 0.5 ? 1 : 0;
            strong += pixels.Max() >= 254 ? 1 : 0;
        }

        Assert.Equal((60000, 59987, 59998, 60000), (count, asLong, centred, strong));
    }

    private static int Longer(byte[] pixels)
    {
        int[] ink = [.. Enumerable.Range(0, 784).Where(i => pixels[i] > 0)];
        return 1 + Math.Max(ink.Max(i => i % 28) - ink.Min(i => i % 28), ink.Max(i => i / 28) - ink.Min(i => i / 28));
    }
}
