using MlNetDigits.Pictures;
using MlNetDigits.Tests.Pictures.Handwriting;
using SkiaSharp;

namespace MlNetDigits.Tests.Pictures.Files;

/// <summary>A 3, 0, 5 and 8 of the sample in colours on coloured paper.</summary>
public class ColourInkTests
{
    private static readonly int[] Places = [.. new[] { 3, 0, 5, 8 }.Select(label => Sheet.Digits.Index().First(digit => digit.Item.Label == label).Index)];

    private static readonly GreyImage Strokes = Sheet.WithLines([Places], scale: 3);

    public static TheoryData<string, string> HueAlone => new()
    {
        { "#FFFFFF", "#FFE600" },
        { "#C81E1E", "#1E50C8" },
        { "#1E50C8", "#C81E1E" },
        { "#1E8228", "#C83C3C" },
        { "#C0C0C0", "#FFB0A0" },
        { "#FFFF66", "#C8FFFF" },
    };

    public static TheoryData<string, string> PlainInGrey => new()
    {
        { "#FFFFFF", "#000000" },
        { "#FFF8E1", "#DC7814" },
        { "#F6F4EC", "#283C96" },
        { "#263E32", "#E1E4DC" },
        { "#FFF200", "#1E1E8C" },
        { "#FFFFFF", "#CCCCCC" },
    };

    [Theory]
    [MemberData(nameof(HueAlone))]
    public void Of_InkOfAnotherHue_IsDarkOnWhite(string paper, string ink)
    {
        var grey = ColourInk.Of(Painted(SKColor.Parse(paper), SKColor.Parse(ink)), Strokes.Width, 255)!;

        AssertIsAsDrawn(grey);
    }

    [Theory]
    [MemberData(nameof(PlainInGrey))]
    public void Of_InkThatGreyShows_IsNull(string paper, string ink)
        => Assert.Null(ColourInk.Of(Painted(SKColor.Parse(paper), SKColor.Parse(ink)), Strokes.Width, 255));

    [Fact]
    public void Of_PastelPens_AllAreSeen()
    {
        SKColor[] pens = [new(255, 182, 193), new(152, 255, 152), new(150, 210, 255), new(255, 246, 120)];

        var grey = ColourInk.Of(Painted(_ => SKColors.White, x => pens[x / 84]), Strokes.Width, 255)!;

        AssertIsAsDrawn(grey);
    }

    [Fact]
    public void Of_LightFallsOff_IsStillSeen()
    {
        var painted = Painted(SKColors.White, new SKColor(255, 230, 0));
        for (var i = 0; i < painted.Length; i++)
            painted[i] = i % 4 == 3 ? (byte)255 : (byte)(painted[i] * (1 - (0.35 * (i / 4 % Strokes.Width) / Strokes.Width)));

        AssertIsAsDrawn(ColourInk.Of(painted, Strokes.Width, 255)!);
    }

    [Fact]
    public void Of_BlankPaperWithColouredGrain_IsNull()
    {
        var random = new Random(1);
        var paper = Painted(new SKColor(240, 228, 200), new SKColor(240, 228, 200));
        for (var i = 0; i < paper.Length; i++)
            paper[i] = i % 4 == 3 ? (byte)255 : (byte)(paper[i] + random.Next(-6, 7));

        Assert.Null(ColourInk.Of(paper, Strokes.Width, 255));
    }

    private static byte[] Painted(SKColor paper, SKColor ink) => Painted(_ => paper, _ => ink);

    private static byte[] Painted(Func<int, SKColor> paper, Func<int, SKColor> ink)
    {
        var pixels = new byte[4 * Strokes.Pixels.Length];
        for (var i = 0; i < Strokes.Pixels.Length; i++)
        {
            var (from, to, share) = (paper(i % Strokes.Width), ink(i % Strokes.Width), 1 - (Strokes.Pixels.Span[i] / 255.0));
            byte Mix(byte a, byte b) => (byte)Math.Round(a + ((b - a) * share));
            (pixels[4 * i], pixels[(4 * i) + 1]) = (Mix(from.Red, to.Red), Mix(from.Green, to.Green));
            (pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = (Mix(from.Blue, to.Blue), 255);
        }

        return pixels;
    }

    /// <summary>The same digits are found, in nearly the same boxes, as in black on white.</summary>
    private static void AssertIsAsDrawn(GreyImage grey)
    {
        var (expected, found) = (HandwritingReader.FindDigits(Strokes), HandwritingReader.FindDigits(grey));
        Assert.Equal(4, found.Length);
        Assert.All(expected.Zip(found), pair =>
        {
            var (one, other) = (pair.First.Box, pair.Second.Box);
            Assert.InRange(Math.Abs(one.Left - other.Left) + Math.Abs(one.Right - other.Right), 0, 4);
            Assert.InRange(Math.Abs(one.Top - other.Top) + Math.Abs(one.Bottom - other.Bottom), 0, 4);
            Assert.InRange(Sheet.Difference(pair.First.Pixels.Span, pair.Second.Pixels.Span), 0, 12);
        });
    }
}
