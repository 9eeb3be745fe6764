using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>Many small pictures on one, in rows, each with a caption.</summary>
/// <param name="Title">What the sheet shows.</param>
/// <param name="Tiles">The pictures, from the top left, row by row; at least one.</param>
public sealed record ContactSheet(string Title, ImmutableArray<SheetTile> Tiles)
{
    private const int DefaultWidth = 900;

    /// <summary>What else there is to say, in smaller letters below the title; nothing by default.</summary>
    public string Note { get; init; } = "";

    /// <summary>
    /// The width to fill, in pixels; 900 by default. Tiles are enlarged by a whole factor, so the sheet is a little
    /// narrower; and wider if its columns need that.
    /// </summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>The number of columns; by default as few, with tiles as large, as the sheet stays no higher than wide
    /// by much. More than there are tiles count as so many; tiles of few columns are smaller than the width allows if the
    /// sheet would be too long else.</summary>
    public int? Columns { get; init; }

    /// <summary>
    /// The number from which on a <see cref="ValueTile"/> has the darkest colours, above 0; by default the largest of
    /// all tiles, whatever its sign. All tiles of a sheet share one scale.
    /// </summary>
    public double? ValueLimit { get; init; }

    /// <summary>What the numbers of <see cref="ValueTile"/>s are, for the legend of the colours.</summary>
    public string ValueName { get; init; } = "";

    /// <summary>The sheet as a PNG file.</summary>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="InvalidOperationException">There are no tiles, a measure is not above 0, or the sheet would be
    /// of more than 100 million pixels.</exception>
    public byte[] ToPng()
    {
        if (Tiles.IsDefaultOrEmpty)
            throw new InvalidOperationException("A contact sheet needs a picture.");
        if (Width < 1 || Columns < 1 || !(ValueLimit is null or > 0))
            throw new InvalidOperationException("Width, Columns and ValueLimit of a contact sheet must be above 0.");
        return SheetPainter.ToPng(this, SheetLayout.Of(this));
    }

    /// <summary>Writes the sheet to a PNG file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var png = ToPng();
        AtomicFile.Write(path, stream => stream.Write(png));
    }
}
