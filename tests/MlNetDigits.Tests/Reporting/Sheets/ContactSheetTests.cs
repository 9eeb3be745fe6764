using System.Collections.Immutable;
using MlNetDigits.Pictures;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;
using SkiaSharp;

namespace MlNetDigits.Tests.Reporting.Sheets;

public class ContactSheetTests
{
    [Fact]
    public void ToPng_GreyTiles_EachPixelIsASquareOfItsGrey()
    {
        var sheet = new ContactSheet("Title", [Grey(0, 50, 100, 200), Grey(255, 1, 2, 3)]) { Width = 200, Columns = 2 };
        var layout = SheetLayout.Of(sheet);

        var picture = new ColorPicture(sheet.ToPng());

        Assert.Equal((layout.Width, layout.Height), (picture.Width, picture.Height));
        Assert.True(layout.Factor > 10, $"{layout.Factor}");
        foreach (var (index, tile) in sheet.Tiles.Index())
        {
            var (left, top) = layout.PlaceOf(index);
            var pixels = ((GreyTile)tile).Picture.Pixels.ToArray();
            Assert.All(pixels.Index(), pixel => Assert.All(
                picture.Part(left + (pixel.Index % 2 * layout.Factor), top + (pixel.Index / 2 * layout.Factor), layout.Factor, layout.Factor),
                color => Assert.Equal(new SKColor(pixel.Item, pixel.Item, pixel.Item), color)));
        }
    }

    [Fact]
    public void ToPng_SignedTiles_BlueBelowZeroRedAboveAndPaleNearIt()
    {
        var sheet = new ContactSheet("Title", [new ValueTile(5, 1, new float[] { -2, -1, 0, 1, 2 }, "")]);
        var layout = SheetLayout.Of(sheet);

        var picture = new ColorPicture(sheet.ToPng());

        var (left, top) = layout.PlaceOf(0);
        SKColor[] colors = [.. Enumerable.Range(0, 5).Select(i => picture[left + (i * layout.Factor) + 1, top + 1])];
        Assert.All(colors[..2], color => Assert.True(color.Blue > color.Red + 30, $"{color}"));
        Assert.All(colors[3..], color => Assert.True(color.Red > color.Blue + 30, $"{color}"));
        Assert.InRange(colors[2].Red, 240, 255);
    }

    [Fact]
    public void ToPng_SeveralSignedTiles_OneScaleOfTheLargest()
    {
        var sheet = new ContactSheet(
            "Title", [new ValueTile(1, 1, new float[] { 1 }, ""), new ValueTile(1, 1, new float[] { -4 }, ""), new ValueTile(1, 1, new float[] { 4 }, "")])
        {
            Width = 120,
            Columns = 3,
        };
        var layout = SheetLayout.Of(sheet);

        var picture = new ColorPicture(sheet.ToPng());

        SKColor ColorOf(int tile) => picture[layout.PlaceOf(tile).Left + 1, layout.PlaceOf(tile).Top + 1];
        var scale = new DivergingScale(4);
        Assert.Equal([scale.ColorOf(1), scale.ColorOf(-4), scale.ColorOf(4)], [ColorOf(0), ColorOf(1), ColorOf(2)]);
    }

    [Fact]
    public void ToPng_TilesOfTwoSizes_TheSmallerIsInTheMiddle()
    {
        var sheet = new ContactSheet("Title", [new GreyTile(new GreyImage(3, 3, new byte[9]), ""), new GreyTile(new GreyImage(1, 1, new byte[1]), "")])
        {
            Width = 300,
            Columns = 2,
        };
        var layout = SheetLayout.Of(sheet);

        var picture = new ColorPicture(sheet.ToPng());

        var (left, top) = layout.PlaceOf(1);
        Assert.All(picture.Part(left + layout.Factor, top + layout.Factor, layout.Factor, layout.Factor), color => Assert.Equal(SKColors.Black, color));
        Assert.All(picture.Part(left, top, layout.Cell.Width, layout.Factor - 1), color => Assert.Equal(SKColors.White, color));
    }

    [Fact]
    public void ToPng_TitleNoteAndCaptions_AreDrawn()
    {
        var tiles = ImmutableArray.Create<SheetTile>(new GreyTile(new GreyImage(1, 1, new byte[] { 255 }), "caption\nof two lines"));
        var bare = new ContactSheet("", [new GreyTile(new GreyImage(1, 1, new byte[] { 255 }), "")]);
        var full = new ContactSheet("Title", tiles) { Note = "A note" };

        int Ink(ContactSheet sheet)
        {
            var picture = new ColorPicture(sheet.ToPng());
            return picture.Part(0, 0, picture.Width, picture.Height).Count(color => color.Red < 128);
        }

        Assert.Equal(0, Ink(bare));
        Assert.True(Ink(full with { Title = "" }) > 50);
        Assert.True(Ink(full) > Ink(full with { Title = "" }));
        Assert.True(Ink(full) > Ink(full with { Note = "" }));
        Assert.True(Ink(full) > Ink(new ContactSheet("Title", bare.Tiles) { Note = "A note" }));
    }

    [Fact]
    public void ToPng_MoreColoursThanAPaletteHas_IsThePictureNevertheless()
    {
        byte[] greys = [.. Enumerable.Range(0, 256).Select(grey => (byte)grey)];
        float[] values = [.. Enumerable.Range(-50, 101).Select(value => (float)value)];
        var sheet = new ContactSheet("Title", [new GreyTile(new GreyImage(16, 16, greys), ""), new ValueTile(101, 1, values, "")]);
        var layout = SheetLayout.Of(sheet);

        var picture = new ColorPicture(sheet.ToPng());

        var (left, top) = layout.PlaceOf(0);
        var side = 16 * layout.Factor;
        var corner = (Left: left + ((layout.Cell.Width - side) / 2), Top: top + ((layout.Cell.Height - side) / 2));
        Assert.Equal(256, picture.Part(corner.Left, corner.Top, side, side).Distinct().Count());
    }

    [Theory]
    [InlineData(200, 28, null)]
    [InlineData(10, 28, 5)]
    [InlineData(1, 28, null)]
    [InlineData(37, 5, 20)]
    public void Layout_TilesOfOneSize_AreApartAndInside(int count, int side, int? columns)
    {
        var tile = new GreyTile(new GreyImage(side, side, new byte[side * side]), "a caption");
        var layout = SheetLayout.Of(new ContactSheet("Title", [.. Enumerable.Repeat(tile, count)]) { Columns = columns });

        Assert.Equal(columns ?? layout.Columns, layout.Columns);
        Assert.InRange(layout.Width, 100, 900);
        SKRectI[] rooms =
        [
            .. Enumerable.Range(0, count).Select(layout.PlaceOf).Select(place => SKRectI.Create(
                place.Left, place.Top, layout.Cell.Width, layout.Cell.Height + layout.Text.CaptionHeight)),
        ];
        Assert.All(rooms, room => Assert.True(SKRectI.Create(layout.Width, layout.Height).Contains(room)));
        Assert.All(rooms.Index(), one => Assert.All(rooms[(one.Index + 1)..], other => Assert.False(one.Item.IntersectsWith(other))));
    }

    [Fact]
    public void Layout_OneColumnOfManyTiles_SmallerTilesInPlaceOfASheetThatIsTooLarge()
    {
        var tile = new GreyTile(new GreyImage(28, 28, new byte[784]), "a caption");

        var layout = SheetLayout.Of(new ContactSheet("Title", [.. Enumerable.Repeat(tile, 1000)]) { Columns = 1 });

        Assert.Equal(1, layout.Columns);
        Assert.InRange((long)layout.Width * layout.Height, 1, 100_000_000);
    }

    [Fact]
    public void Layout_FarMoreColumnsThanTiles_AsManyAsTiles()
    {
        var tile = new GreyTile(new GreyImage(28, 28, new byte[784]), "");

        var layout = SheetLayout.Of(new ContactSheet("Title", [tile, tile, tile]) { Columns = 100_000_000 });

        Assert.Equal(3, layout.Columns);
        Assert.True(layout.PlaceOf(2).Left + layout.Cell.Width <= layout.Width, $"{layout}");
    }

    [Fact]
    public void Layout_MoreColumnsThanTheWidthHolds_WiderNotSmallerThanThePixels()
    {
        var tile = new GreyTile(new GreyImage(28, 28, new byte[784]), "");

        var layout = SheetLayout.Of(new ContactSheet("Title", [.. Enumerable.Repeat(tile, 50)]) { Columns = 50 });

        Assert.Equal(1, layout.Factor);
        Assert.True(layout.Width > 50 * 28, $"{layout.Width}");
    }

    [Fact]
    public void Cut_TextThatIsTooLong_EndsInAnEllipsisAndFits()
    {
        using var font = ReportFont.Create(12);

        var cut = SheetText.Cut("a caption that is far too long", font, 60);

        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.InRange(font.MeasureText(cut), 20, 60);
        Assert.Equal("short", SheetText.Cut("short", font, 60));
    }

    [Fact]
    public void Wrap_LongNote_LinesThatFitAndNoWordLost()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{i}"));
        using var font = ReportFont.Create(SheetText.Note);

        var lines = SheetText.Wrap(words, 300);

        Assert.Equal(words, string.Join(' ', lines));
        Assert.All(lines, line => Assert.InRange(font.MeasureText(line), 1, 300));
    }

    [Fact]
    public void Save_Sheet_IsThePngAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        var sheet = new ContactSheet("Title", [Grey(1, 2, 3, 4)]);

        sheet.Save(folder.File("new/sheet.png"));

        Assert.Equal(sheet.ToPng(), File.ReadAllBytes(folder.File("new/sheet.png")));
        Assert.Single(Directory.GetFiles(folder.File("new")));
    }

    [Fact]
    public void ToPng_NothingToDrawOrTooMuch_Throws()
    {
        var large = new GreyTile(new GreyImage(5000, 5000, new byte[25_000_000]), "");

        Assert.Throws<InvalidOperationException>(() => new ContactSheet("Title", []).ToPng());
        Assert.Throws<InvalidOperationException>(() => (new ContactSheet("Title", [Grey(1, 2, 3, 4)]) { Columns = 0 }).ToPng());
        Assert.Throws<InvalidOperationException>(() => (new ContactSheet("Title", [Grey(1, 2, 3, 4)]) { ValueLimit = 0 }).ToPng());
        Assert.Throws<InvalidOperationException>(() => new ContactSheet("Title", [.. Enumerable.Repeat(large, 5)]).ToPng());
        Assert.Throws<ArgumentException>(() => new ValueTile(2, 2, new float[3], ""));
    }

    private static GreyTile Grey(params byte[] pixels) => new(new GreyImage(2, 2, pixels), "");
}
