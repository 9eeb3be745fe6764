using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class MnistFormTests
{
    [Fact]
    public void Matches_SampleDigits_All() => Assert.All(Sheet.Digits, digit => Assert.True(MnistForm.Matches(digit.Pixels)));

    [MnistFact]
    public void Matches_MnistDigits_All()
    {
        Assert.All(TestDigits.Mnist.Records, record => Assert.True(MnistForm.Matches(record.Pixels)));
        Assert.All(
            DigitRecords.Read(DigitSource.Resolve(MnistFolder.Path!, DigitPart.Test)),
            record => Assert.True(MnistForm.Matches(record.Pixels)));
    }

    [Fact]
    public void Matches_Prepared_IsSo()
        => Assert.All(Sheet.Digits.Take(50), digit => Assert.True(
            MnistForm.Matches(HandwritingReader.PrepareDigit(Sheet.WithDigit(digit.Pixels)).Pixels)));

    [Fact]
    public void Matches_MovedSmallLargeOrBlank_IsNot()
    {
        var digit = new GreyImage(28, 28, Sheet.Digits[0].Pixels);
        GreyImage[] others =
        [
            digit.Change((x, y, _) => x < 2 ? 0 : digit.Pixels.Span[(y * 28) + x - 2]),
            Sheet.WithDigit(Sheet.Digits[0].Pixels, 1, 7, 7, 42, 42, 0, 255).Resize(28, 28),
            digit.Crop(4, 4, 20, 20).Resize(28, 28),
            Sheet.Blank(28, 28, 0),
        ];

        Assert.All(others, other => Assert.False(MnistForm.Matches(other.Pixels)));
    }

    [Fact]
    public void Matches_OtherNumberOfPixels_Throws()
        => Assert.Throws<ArgumentException>(() => MnistForm.Matches(new byte[783]));
}
