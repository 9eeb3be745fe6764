using MlNetDigits.Pictures;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>Strokes are 10 pixels wide and digits 100 high here, but for those of the sample.</summary>
public class TouchingDigitsTests
{
    private const int Height = 100;
    private const int StrokeWidth = 10;

    private static readonly BlobGroup Another = Group((x, y) => x is >= 300 and < 310);

    [Fact]
    public void Cut_TwoRingsThatTouch_AreTwo()
    {
        var digits = Cut(Group((x, y) => IsRing(x, y, 0, 70) || IsRing(x, y, 68, 138)), Another);

        Assert.Equal(
            [new(0, 0, 69, Height), new(69, 0, 69, Height), Another.Box], digits.Select(digit => digit.Box).Order(ByLeft));
    }

    [Fact]
    public void Cut_ThreeRingsThatTouch_AreThree()
        => Assert.Equal(
            4, Cut(Group((x, y) => IsRing(x, y, 0, 70) || IsRing(x, y, 68, 138) || IsRing(x, y, 136, 206)), Another).Length);

    [Fact]
    public void Cut_OnlyARowOfRingsThatTouch_AreCut()
        => Assert.Equal(3, Cut(Group((x, y) => IsRing(x, y, 0, 80) || IsRing(x, y, 78, 158) || IsRing(x, y, 156, 236))).Length);

    [Fact]
    public void Cut_AllInk_KeepsEachPixelOnce()
    {
        var both = Group((x, y) => IsRing(x, y, 0, 70) || IsRing(x, y, 68, 138));

        Assert.Equal(
            both.Blobs.Sum(blob => blob.Area),
            Cut(both, Another).Where(digit => digit != Another).Sum(digit => digit.Blobs.Sum(blob => blob.Area)));
    }

    [Fact]
    public void Cut_WideRing_IsOne() => Assert.Equal(2, Cut(Group((x, y) => IsRing(x, y, 0, 150)), Another).Length);

    // A column through the tail would do, but what is cut off is too low for a digit.
    [Fact]
    public void Cut_DigitWithALongTail_IsOne()
        => Assert.Equal(2, Cut(Group((x, y) => IsRing(x, y, 0, 70) || (y >= 90 && x < 140)), Another).Length);

    [Fact]
    public void Cut_TwoRingsAlone_AreTwoAndDoubtful()
    {
        var digits = Cut(Group((x, y) => IsRing(x, y, 0, 70) || IsRing(x, y, 69, 139)));

        Assert.Equal([new(0, 0, 69, Height), new(69, 0, 70, Height)], digits.Select(digit => digit.Box).Order(ByLeft));
        Assert.All(digits, digit => Assert.Equal(JoinedDigits.Reason, digit.Doubt));
    }

    // A 1 whose middle runs into an 0 along half of its height: no column is plain.
    [Fact]
    public void Cut_PairAloneThatTouchesInALongLine_IsOneAndDoubtful()
    {
        var digit = Assert.Single(Cut(Group((x, y) => IsRing(x, y, 20, 90) || (x >= 12 && x < 26 && y >= 2)
            || IsRing(x, y, 88, 158) || (Math.Abs(y - 50) < 25 && x is >= 80 and < 100))));

        Assert.Equal(JoinedDigits.Reason, digit.Doubt);
    }

    [Fact]
    public void Cut_WideRingAlone_IsOneAndNotDoubtful()
        => Assert.Null(Assert.Single(Cut(Group((x, y) => IsRing(x, y, 0, 110)))).Doubt);

    [Fact]
    public void Cut_PairAmongOthersWithoutAPlainColumn_IsDoubtful()
    {
        var pair = Group((x, y) => IsRing(x, y, 0, 70) || IsRing(x, y, 60, 118) || (Math.Abs(y - 50) < 30 && x is >= 55 and < 75));

        var digits = Cut(pair, Another, Group((x, y) => IsRing(x, y, 330, 390)));

        Assert.Equal([JoinedDigits.Reason], digits.Select(digit => digit.Doubt).OfType<string>());
    }

    // In a hollow font each stroke is two lines.
    [Fact]
    public void Cut_DigitsThatAllHaveManyStrokes_AreNotDoubtful()
    {
        var hollow = Enumerable.Range(0, 3).Select(i => Group((x, y)
            => IsRing(x, y, i * 100, (i * 100) + 80) || IsRing(x, y, (i * 100) + 12, (i * 100) + 68)));

        Assert.All(Cut([.. hollow]), digit => Assert.Null(digit.Doubt));
    }

    // About four in a thousand are; of those the network is not sure either.
    [Fact]
    public void Cut_EachSampleDigitAlone_IsHardlyEverDoubtful()
    {
        var digits = Sheet.Digits.Take(250).Select(digit => InkPlane.Of(OnPaper(Inked(digit.Pixels)))!)
            .Select(plane => BlobGroup.Of(DigitSelection.WithoutDust(Blobs.Of(plane), plane.StrokeWidth)));

        Assert.InRange(digits.Count(JoinedDigits.MayBeSeveral), 0, 4);
    }

    [Fact]
    public void FindDigits_PairsOfSampleDigitsAlone_MostAreCutOrDoubtful()
    {
        GreyImage[] touching =
        [
            .. Enumerable.Range(0, 120).Select(i => Pair(2 * i, overlap: 3))
                .Where(pair => InkView.Of(pair, 4_000_000)!.Patches.Length == 1),
        ];

        var doubtful = touching.Count(pair
            => HandwritingReader.FindDigits(pair).All(digit => digit.Doubt == JoinedDigits.Reason));

        Assert.InRange(touching.Length, 20, 120);
        Assert.InRange(doubtful, 0.7 * touching.Length, touching.Length);
    }

    // The sample's digits are about 60 pixels high when they are three times as large.
    [Fact]
    public void Cut_EachSampleDigitAmongOthers_IsOne()
    {
        foreach (var (_, pixels) in Sheet.Digits)
        {
            var plane = InkPlane.Of(OnPaper(Inked(pixels)))!;
            Assert.Equal(2, TouchingDigits.Cut([BlobGroup.Of(Blobs.Of(plane)), Another], 60, plane.StrokeWidth).Length);
        }
    }

    // Without a cut each pair that touches is one digit, and no more than four fifths are found.
    [Fact]
    public void FindDigits_PairsOfSampleDigitsTouch_MostAreFound()
    {
        var found = Enumerable.Range(0, 20).Sum(page => HandwritingReader.FindDigits(Page(page, overlap: 3)).Length);

        Assert.InRange(found, 0.9 * 20 * 16, 20 * 16);
    }

    /// <summary>Two sample digits three times as large; their boxes overlap by some columns.</summary>
    private static GreyImage Pair(int first, int overlap)
    {
        var (left, right) = (Inked(Sheet.Digits[first].Pixels), Inked(Sheet.Digits[first + 1].Pixels));
        var (width, height) = (left.Width + right.Width - overlap, Math.Max(left.Height, right.Height));
        return OnPaper(new GreyImage(width, height, new byte[width * height]).Change((x, y, _)
            => Math.Max(At(left, x, y), At(right, x - width + right.Width, y))));
    }

    private static byte At(GreyImage digit, int x, int y)
        => x >= 0 && x < digit.Width && y < digit.Height ? digit.Pixels.Span[(y * digit.Width) + x] : (byte)0;

    /// <summary>Two lines of eight sample digits three times as large; the boxes of pairs overlap by some columns.</summary>
    private static GreyImage Page(int number, int overlap)
    {
        const int Line = 110;
        const int Width = 700;
        var page = Sheet.Blank(Width, 2 * Line).Pixels.ToArray();
        for (var (i, left) = (0, 20); i < 16; i++)
        {
            var digit = Inked(Sheet.Digits[(number * 16) + i].Pixels);
            left = i == 8 ? 20 : left;
            for (var at = 0; at < digit.Pixels.Length; at++)
            {
                var (x, y) = (left + (at % digit.Width), ((i / 8) * Line) + 20 + (at / digit.Width));
                ref var pixel = ref page[(y * Width) + x];
                pixel = Math.Min(pixel, (byte)(255 - digit.Pixels.Span[at]));
            }

            left += digit.Width + (i % 2 == 0 ? -overlap : 12);
        }

        return new GreyImage(Width, 2 * Line, page);
    }

    private static GreyImage OnPaper(GreyImage digit)
        => Sheet.Blank(digit.Width + 40, digit.Height + 40).Change((x, y, paper) =>
        {
            var (column, row) = (x - 20, y - 20);
            var isDigit = column >= 0 && row >= 0 && column < digit.Width && row < digit.Height;
            return isDigit ? 255 - digit.Pixels.Span[(row * digit.Width) + column] : paper;
        });

    /// <summary>A digit without the paper around it, three times as large.</summary>
    private static GreyImage Inked(byte[] pixels)
    {
        int[] columns = [.. Enumerable.Range(0, 28).Where(x => Enumerable.Range(0, 28).Any(y => pixels[(y * 28) + x] > 100))];
        int[] rows = [.. Enumerable.Range(0, 28).Where(y => Enumerable.Range(0, 28).Any(x => pixels[(y * 28) + x] > 100))];
        var (width, height) = (columns[^1] + 1 - columns[0], rows[^1] + 1 - rows[0]);
        return new GreyImage(28, 28, pixels).Crop(columns[0], rows[0], width, height).Resize(3 * width, 3 * height);
    }

    private static BlobGroup[] Cut(params BlobGroup[] digits) => [.. TouchingDigits.Cut([.. digits], Height, StrokeWidth)];

    private static Comparer<PictureBox> ByLeft => Comparer<PictureBox>.Create((a, b) => a.Left.CompareTo(b.Left));

    /// <summary>Whether a pixel is in the stroke of an 0 from one column to before another.</summary>
    private static bool IsRing(int x, int y, int left, int right)
        => IsIn(x, y, left, right, 0) && !IsIn(x, y, left, right, StrokeWidth);

    /// <summary>Whether a pixel is in an ellipse, less some pixels all round.</summary>
    private static bool IsIn(int x, int y, int left, int right, int less)
    {
        var (across, down) = (((right - left) / 2.0) - less, (Height / 2.0) - less);
        var (dx, dy) = ((x + 0.5 - ((left + right) / 2.0)) / across, (y + 0.5 - (Height / 2.0)) / down);
        return (dx * dx) + (dy * dy) <= 1;
    }

    private static BlobGroup Group(Func<int, int, bool> isInk) => BlobGroup.Of(
    [
        Blob.Of(
        [
            .. Enumerable.Range(0, Height).SelectMany(y => Enumerable.Range(0, 400).Where(x => isInk(x, y)).Select(x => new InkRun(y, x, x + 1))),
        ]),
    ]);
}
