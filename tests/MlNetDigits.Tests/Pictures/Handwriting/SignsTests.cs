using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Signs between two digits are left out, or their answers are not sure.</summary>
public class SignsTests
{
    [Theory]
    [InlineData("plus")]
    [InlineData("equals")]
    [InlineData("colon")]
    [InlineData("minus")]
    [InlineData("divided")]
    public void Read_SignBetweenDigits_IsLeftOut(string sign)
    {
        var reading = HandwritingReader.Read(Between(sign));

        Assert.Equal(2, reading.Digits.Length);
        Assert.All(reading.Digits, digit => Assert.Null(digit.Doubt));
        Assert.Equal("sign", Assert.Single(reading.LeftOut).Kind);
    }

    [Theory]
    [InlineData("slash", "may be a slash")]
    [InlineData("times", "may be a sign")]
    [InlineData("comma", "may be a sign")]
    public void Read_SignThatLooksLikeADigit_IsDoubted(string sign, string doubt)
    {
        var digits = HandwritingReader.Read(Between(sign)).Digits;

        Assert.Equal([null, doubt, null], digits.Select(digit => digit.Doubt));
    }

    [Theory]
    [InlineData("plus", "may be a sign")]
    [InlineData("minus", "may be a dash")]
    [InlineData("dot", "may be a dot")]
    [InlineData("box", "may be a frame")]
    public void Read_SignAlone_IsDoubted(string sign, string doubt)
        => Assert.Equal(doubt, Assert.Single(HandwritingReader.Read(Draw(Sheet.Blank(300, 200), sign)).Digits).Doubt);

    [Fact]
    public void Read_Digits_AreNotDoubted()
        => Assert.All(
            HandwritingReader.Read(Sheet.WithLines([[1, 0, 2, 3, 4], [5, 6, 7, 8, 9]], 4)).Digits,
            digit => Assert.Null(digit.Doubt));

    private static GreyImage Between(string sign)
    {
        var left = Sheet.WithDigit(Sheet.Digits[7].Pixels, 4, 0, 44, 300, 200);
        var right = Sheet.WithDigit(Sheet.Digits[7].Pixels, 4, 188, 44, 300, 200);
        return Draw(left.Change((x, y, value) => Math.Min(value, right.Pixels.Span[(y * 300) + x])), sign);
    }

    private static GreyImage Draw(GreyImage picture, string sign) => sign switch
    {
        "plus" => picture.WithLine(120, 100, 176, 99, 8).WithLine(149, 72, 147, 128, 8),
        "equals" => picture.WithLine(120, 88, 176, 87, 8).WithLine(120, 110, 176, 110, 8),
        "colon" => picture.WithDot(148, 88, 12).WithDot(148, 114, 12),
        "minus" => picture.WithLine(120, 100, 176, 99, 8),
        "divided" => picture.WithLine(120, 100, 176, 99, 8).WithDot(148, 80, 10).WithDot(148, 120, 10),
        "slash" => picture.WithLine(126, 146, 170, 54, 6),
        "times" => picture.WithLine(124, 76, 172, 124, 8).WithLine(172, 76, 124, 124, 8),
        "comma" => picture.WithLine(150, 126, 142, 156, 7),
        "dot" => picture.WithDot(150, 100, 60),
        "box" => picture.WithBox(90, 40, 120, 120, 5),
        _ => throw new ArgumentOutOfRangeException(nameof(sign)),
    };
}
