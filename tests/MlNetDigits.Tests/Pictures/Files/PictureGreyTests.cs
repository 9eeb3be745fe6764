using MlNetDigits.Pictures;
using MlNetDigits.Tests.Pictures.Handwriting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Files;

public class PictureGreyTests
{
    private static readonly GreyImage Drawn = Sheet.WithDigit(Sheet.Digits[3].Pixels, scale: 2, paper: 255, ink: 0);

    // Strokes on a canvas that shows what is behind it; on white, the lightest would hardly be seen.
    [Theory]
    [InlineData(0, 255)]
    [InlineData(120, 255)]
    [InlineData(170, 255)]
    [InlineData(200, 0)]
    [InlineData(211, 0)]
    [InlineData(255, 0)]
    public void Of_StrokesOnACanvas_LieOnWhatTheyDifferFromMore(byte ink, byte paper)
    {
        var grey = PictureGrey.Of(Canvas(_ => (ink, 255)), Drawn.Width, Drawn.Height);

        Assert.Equal((paper, ink), (grey.Pixels.Span[0], grey.Pixels.Span[Darkest]));
    }

    [Fact]
    public void Of_HalfTransparentStrokes_AreFoundAsBlackOnes()
    {
        var grey = PictureGrey.Of(Canvas(_ => (0, 60)), Drawn.Width, Drawn.Height);

        AssertIsAsDrawn(HandwritingReader.FindDigits(grey));
    }

    // A photo with round corners: the paper that is there tells what lies behind the corners.
    [Fact]
    public void Of_LightPaperWithTransparentCorners_CornersAreWhite()
    {
        var rgba = new byte[4 * Drawn.Pixels.Length];
        for (var i = 0; i < Drawn.Pixels.Length; i++)
        {
            var (x, y) = (i % Drawn.Width, i / Drawn.Width);
            var isCorner = x + y < 10;
            rgba.AsSpan(4 * i, 3).Fill(Drawn.Pixels.Span[i]);
            rgba[(4 * i) + 3] = isCorner ? (byte)0 : (byte)255;
        }

        Assert.Equal(255, PictureGrey.Of(rgba, Drawn.Width, Drawn.Height).Pixels.Span[0]);
    }

    [Fact]
    public void Of_AllTransparent_HasNoInk()
    {
        // What is stored below is not to be seen.
        var grey = PictureGrey.Of(Canvas(i => (Drawn.Pixels.Span[i], 0)), Drawn.Width, Drawn.Height);

        Assert.Throws<InvalidInputException>(() => HandwritingReader.FindDigits(grey));
    }

    [Fact]
    public void Of_YellowOnWhite_IsDarkOnWhite()
    {
        var rgba = new byte[4 * Drawn.Pixels.Length];
        for (var i = 0; i < Drawn.Pixels.Length; i++)
            (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2], rgba[(4 * i) + 3]) = (255, 255, Drawn.Pixels.Span[i], 255);

        var grey = PictureGrey.Of(rgba, Drawn.Width, Drawn.Height);

        Assert.InRange(grey.Pixels.Span[0], 253, 255);
        Assert.InRange(grey.Pixels.Span[Darkest], 0, 140);
    }

    [Theory]
    [InlineData("1 bit")]
    [InlineData("16 bits")]
    [InlineData("palette")]
    [InlineData("palette with opacity")]
    [InlineData("grey with opacity")]
    public void Read_KindOfPng_DigitIsFoundWhereItIs(string kind)
    {
        using var folder = new TemporaryFolder();

        var found = HandwritingReader.FindDigits(PictureFile.Read(folder.Write("digit.png", Png(kind))));

        AssertIsAsDrawn(found);
    }

    private static void AssertIsAsDrawn(IEnumerable<FoundDigit> found)
    {
        var expected = Assert.Single(HandwritingReader.FindDigits(Drawn)).Box;
        var box = Assert.Single(found).Box;
        Assert.InRange(Math.Abs(expected.Left - box.Left) + Math.Abs(expected.Right - box.Right), 0, 2);
        Assert.InRange(Math.Abs(expected.Top - box.Top) + Math.Abs(expected.Bottom - box.Bottom), 0, 2);
    }

    private static int Darkest => Drawn.Pixels.Span.IndexOf(Drawn.Pixels.ToArray().Min());

    private static byte[] Png(string kind)
    {
        var width = Drawn.Width;
        byte[][] rows = [.. Enumerable.Range(0, Drawn.Height).Select(y => Drawn.Pixels.Slice(y * width, width).ToArray())];
        byte[] Bits(byte[] row) => [.. row.Chunk(8).Select(eight => (byte)eight.Index().Sum(bit => bit.Item >= 128 ? 128 >> bit.Index : 0))];
        byte[][] Each(Func<byte, byte[]> pixel) => [.. rows.Select(row => row.SelectMany(pixel).ToArray())];
        return kind switch
        {
            "1 bit" => WrittenPng.Of(width, 1, 0, [.. rows.Select(Bits)]),
            "16 bits" => WrittenPng.Of(width, 16, 0, Each(value => [value, 77])),
            "palette" => WrittenPng.Of(width, 8, 3, Each(value => [value >= 128 ? (byte)0 : (byte)1]), palette: [255, 250, 240, 20, 40, 160]),
            "palette with opacity" => WrittenPng.Of(
                width, 8, 3, Each(value => [value >= 128 ? (byte)0 : (byte)1]), palette: [0, 0, 0, 230, 230, 230], opacities: [0, 255]),
            "grey with opacity" => WrittenPng.Of(width, 8, 4, Each(value => [0, (byte)(255 - value)])),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>Strokes of one brightness and opacity; nothing else.</summary>
    private static byte[] Canvas(Func<int, (byte Ink, byte Opacity)> stroke)
    {
        var rgba = new byte[4 * Drawn.Pixels.Length];
        for (var i = 0; i < Drawn.Pixels.Length; i++)
        {
            var (ink, opacity) = stroke(i);
            rgba.AsSpan(4 * i, 3).Fill(ink);
            rgba[(4 * i) + 3] = (byte)(opacity * (255 - Drawn.Pixels.Span[i]) / 255);
        }

        return rgba;
    }
}
