using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>Where everything of a sheet goes, in pixels.</summary>
/// <param name="Width">The width of the picture.</param>
/// <param name="Height">The height of the picture.</param>
/// <param name="Columns">The tiles in a row.</param>
/// <param name="Factor">How many pixels wide and high a tile's pixel becomes.</param>
/// <param name="Cell">The room of an enlarged tile.</param>
/// <param name="Gap">The room between tiles.</param>
/// <param name="Grid">The top of the first row of tiles.</param>
/// <param name="NoteLines">The note, broken into lines.</param>
/// <param name="Text">The sizes of letters and lines.</param>
internal sealed record SheetLayout(
    int Width,
    int Height,
    int Columns,
    int Factor,
    (int Width, int Height) Cell,
    int Gap,
    int Grid,
    ImmutableArray<string> NoteLines,
    SheetText Text)
{
    /// <summary>The room around everything.</summary>
    public const int Margin = 16;

    private const long MostPixels = 100_000_000;
    private const int LegendLine = 26;

    // A sheet may be half as high again as wide before its tiles are made smaller.
    private const double HighestShape = 1.5;

    /// <summary>The top left corner of a tile's room.</summary>
    public (int Left, int Top) PlaceOf(int tile) => (
        Margin + (tile % Columns * (Cell.Width + Gap)),
        Grid + (tile / Columns * (Cell.Height + Text.CaptionHeight + Gap)));

    /// <summary>Lays a sheet out.</summary>
    public static SheetLayout Of(ContactSheet sheet)
    {
        var tile = (Width: sheet.Tiles.Max(each => each.Width), Height: sheet.Tiles.Max(each => each.Height));
        var captionLines = sheet.Tiles.Max(each => each.Caption.Length == 0 ? 0 : each.Caption.Count(letter => letter == '\n') + 1);
        var room = Math.Max(sheet.Width - (2 * Margin), tile.Width);

        var (factor, columns) = sheet.Columns is { } wanted
            ? (FactorOf(Math.Min(wanted, sheet.Tiles.Length)), Math.Min(wanted, sheet.Tiles.Length))
            : LargestThatFits();
        var text = SheetText.For(tile.Width * factor, captionLines);
        var (cell, gap) = ((Width: tile.Width * factor, Height: tile.Height * factor), GapOf(factor));
        var gridWidth = (columns * (cell.Width + gap)) - gap;
        var width = Math.Max(gridWidth, Math.Min(room, SheetText.LeastWidth)) + (2 * Margin);
        var noteLines = SheetText.Wrap(sheet.Note, width - (2 * Margin));
        var legend = sheet.Tiles.Any(each => each is ValueTile) ? LegendLine : 0;
        var grid = Margin + SheetText.TitleLine + (noteLines.Length * SheetText.NoteLine) + legend + (Margin / 2);
        var height = grid + (RowsOf(columns) * (cell.Height + text.CaptionHeight + gap)) - gap + Margin;
        return (long)width * height <= MostPixels
            ? new SheetLayout(width, height, columns, factor, cell, gap, grid, noteLines, text)
            : throw new InvalidOperationException(
                $"The contact sheet would be {width} x {height} pixels; show fewer than {sheet.Tiles.Length} tiles.");

        int RowsOf(int columns) => (sheet.Tiles.Length + columns - 1) / columns;

        // As large as the width allows, unless so few columns make the sheet too long.
        int FactorOf(int columns)
        {
            var factor = 1;
            while ((columns * ((tile.Width * (factor + 1)) + GapOf(factor + 1))) - GapOf(factor + 1) <= room
                && (room + (2 * Margin)) * HeightAt(factor + 1, columns) <= MostPixels / 2)
            {
                factor++;
            }

            return factor;
        }

        long HeightAt(int factor, int columns) => (long)RowsOf(columns)
            * ((tile.Height * factor) + SheetText.For(tile.Width * factor, captionLines).CaptionHeight + GapOf(factor));

        (int Factor, int Columns) LargestThatFits()
        {
            var (best, bestColumns) = (1, ColumnsAt(1));
            for (var factor = 2; tile.Width * factor <= room; factor++)
            {
                if (HeightAt(factor, ColumnsAt(factor)) <= room * HighestShape)
                    (best, bestColumns) = (factor, ColumnsAt(factor));
            }

            // The last row as full as can be with as many rows.
            var rows = RowsOf(bestColumns);
            return (best, (sheet.Tiles.Length + rows - 1) / rows);
        }

        int ColumnsAt(int factor)
            => Math.Clamp((room + GapOf(factor)) / ((tile.Width * factor) + GapOf(factor)), 1, sheet.Tiles.Length);
    }

    private static int GapOf(int factor) => Math.Clamp(factor + 1, 5, 14);
}
