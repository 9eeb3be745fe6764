using System.Globalization;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace MlNetDigits.Reporting;

/// <summary>Draws contact sheets.</summary>
internal static class SheetPainter
{
    private const int BestCompression = 9;
    private const int LegendWidth = 220;
    private const int LegendHeight = 11;

    // All grey, as are their smoothed edges: a sheet has few enough colours for a palette.
    private static readonly SKColor Ink = new(0x22, 0x22, 0x22);
    private static readonly SKColor FaintInk = new(0x5C, 0x5C, 0x5C);
    private static readonly SKColor Frame = new(0xD2, 0xD2, 0xD2);

    /// <summary>The sheet as the bytes of a PNG file.</summary>
    public static byte[] ToPng(ContactSheet sheet, SheetLayout layout)
    {
        var scale = sheet.ValueLimit is { } limit
            ? new DivergingScale(limit)
            : DivergingScale.For(sheet.Tiles.OfType<ValueTile>().Select(tile => tile.Values));
        using var bitmap = new SKBitmap(layout.Width, layout.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        DrawHead(canvas, sheet, layout, scale);
        foreach (var (index, tile) in sheet.Tiles.Index())
            DrawTile(canvas, tile, layout, layout.PlaceOf(index), scale);
        canvas.Flush();

        return IndexedPng.Encode(bitmap.GetPixelSpan(), layout.Width, layout.Height) ?? TrueColorPng(bitmap);
    }

    private static byte[] TrueColorPng(SKBitmap bitmap)
    {
        using var pixels = bitmap.PeekPixels();

        // Enlarged pixels repeat themselves; any filter would hide that from the compression.
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, BestCompression));
        return png?.ToArray() ?? throw new InvalidOperationException("The sheet cannot be written as a PNG file.");
    }

    private static void DrawHead(SKCanvas canvas, ContactSheet sheet, SheetLayout layout, DivergingScale scale)
    {
        using var titleFont = ReportFont.Create(SheetText.Title, bold: true);
        using var noteFont = ReportFont.Create(SheetText.Note);
        using var ink = Paint(Ink);
        using var faint = Paint(FaintInk);
        var title = SheetText.Cut(sheet.Title, titleFont, layout.Width - (2 * SheetLayout.Margin));
        float y = SheetLayout.Margin + SheetText.Title;
        canvas.DrawText(title, SheetLayout.Margin, y, titleFont, ink);
        y += 4;
        foreach (var line in layout.NoteLines)
        {
            y += SheetText.NoteLine;
            canvas.DrawText(line, SheetLayout.Margin, y, noteFont, faint);
        }

        if (sheet.Tiles.Any(tile => tile is ValueTile))
            DrawLegend(canvas, sheet.ValueName, y + 12, scale, noteFont, faint);
    }

    /// <summary>A bar of all colours with its ends' numbers and a mark at zero.</summary>
    private static void DrawLegend(
        SKCanvas canvas, string name, float top, DivergingScale scale, SKFont font, SKPaint ink)
    {
        var number = scale.Limit.ToString("0.##", CultureInfo.InvariantCulture);
        var (lowest, highest) = ("−" + number, "+" + number);
        float left = SheetLayout.Margin;
        var baseline = top + LegendHeight - 1;
        canvas.DrawText(lowest, left, baseline, font, ink);
        left += font.MeasureText(lowest) + 6;
        for (var x = 0; x <= LegendWidth; x++)
        {
            using var paint = Paint(scale.ColorOf(((2.0 * x / LegendWidth) - 1) * scale.Limit));
            canvas.DrawRect(MathF.Round(left) + x, top, 1, LegendHeight, paint);
        }

        left = MathF.Round(left);
        using var mark = Paint(FaintInk);
        canvas.DrawRect(left + (LegendWidth / 2), top - 3, 1, 3, mark);
        canvas.DrawRect(left + (LegendWidth / 2), top + LegendHeight, 1, 3, mark);
        canvas.DrawText(
            name.Length == 0 ? highest : $"{highest}   {name}", left + LegendWidth + 7, baseline, font, ink);
    }

    private static void DrawTile(
        SKCanvas canvas, SheetTile tile, SheetLayout layout, (int Left, int Top) place, DivergingScale scale)
    {
        var (width, height) = (tile.Width * layout.Factor, tile.Height * layout.Factor);
        var left = place.Left + ((layout.Cell.Width - width) / 2);
        var top = place.Top + ((layout.Cell.Height - height) / 2);
        using var frame = Paint(Frame);
        canvas.DrawRect(left - 1, top - 1, width + 2, height + 2, frame);
        using var picture = Picture(tile, scale);

        // Each pixel stays a square with sharp edges: it is what the network sees.
        canvas.DrawImage(
            picture, SKRect.Create(left, top, width, height), new SKSamplingOptions(SKFilterMode.Nearest));

        DrawCaption(canvas, tile.Caption.Split('\n'), layout, (place.Left, place.Top + layout.Cell.Height + 2));
    }

    /// <summary>The lines of a caption; of several, the first is its heading.</summary>
    private static void DrawCaption(SKCanvas canvas, string[] lines, SheetLayout layout, (int Left, int Top) place)
    {
        using var plain = ReportFont.Create(layout.Text.Caption);
        using var bold = ReportFont.Create(layout.Text.Caption, bold: true);
        using var ink = Paint(Ink);
        foreach (var (index, line) in lines.Index())
        {
            var font = index == 0 && lines.Length > 1 ? bold : plain;
            var text = SheetText.Cut(line, font, layout.Cell.Width + layout.Gap - 2);
            var y = place.Top + ((index + 1) * layout.Text.CaptionLine) - 2;
            canvas.DrawText(text, place.Left + (layout.Cell.Width / 2f), y, SKTextAlign.Center, font, ink);
        }
    }

    private static SKImage Picture(SheetTile tile, DivergingScale scale) => tile switch
    {
        GreyTile grey => SKImage.FromPixelCopy(
            new SKImageInfo(tile.Width, tile.Height, SKColorType.Gray8, SKAlphaType.Opaque), grey.Picture.Pixels.Span),
        ValueTile values => Picture(values, scale),
        _ => throw new InvalidOperationException($"A {tile.GetType().Name} cannot be drawn."),
    };

    private static SKImage Picture(ValueTile tile, DivergingScale scale)
    {
        var colors = new SKColor[tile.Values.Length];
        for (var i = 0; i < colors.Length; i++)
            colors[i] = scale.ColorOf(tile.Values.Span[i]);

        // An SKColor's four bytes are blue, green, red and alpha in this order on every machine that .NET runs on.
        return SKImage.FromPixelCopy(
            new SKImageInfo(tile.Width, tile.Height, SKColorType.Bgra8888, SKAlphaType.Opaque),
            MemoryMarshal.AsBytes(colors.AsSpan()));
    }

    private static SKPaint Paint(SKColor color) => new() { Color = color, IsAntialias = true };
}
