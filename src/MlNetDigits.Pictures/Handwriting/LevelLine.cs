using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>A long, thin stroke that is nearly straight and level; in a turned picture, one that is upright.</summary>
/// <param name="Start">The first column.</param>
/// <param name="Middles">For each column from the first one on, the row of the line's middle.</param>
/// <param name="Thickness">The usual number of rows that it covers in a column.</param>
internal sealed record LevelLine(int Start, ImmutableArray<float> Middles, int Thickness)
{
    /// <summary>The column after the last one.</summary>
    public int End => Start + Middles.Length;

    /// <summary>The columns.</summary>
    public int Length => Middles.Length;

    /// <summary>The row of the middle in a column; beyond its ends, as at the end.</summary>
    public float At(int column) => Middles[Math.Clamp(column - Start, 0, Middles.Length - 1)];

    /// <summary>The box around it.</summary>
    public PictureBox Box
    {
        get
        {
            var half = (Thickness + 1) / 2;
            var (top, bottom) = ((int)Middles.Min() - half, (int)Middles.Max() + half + 1);
            return new PictureBox(Start, Math.Max(top, 0), Length, bottom - Math.Max(top, 0));
        }
    }

    /// <summary>Whether a level line and an upright one cross or meet.</summary>
    /// <param name="upright">The upright one, whose columns are this one's rows.</param>
    /// <param name="reach">How far from each other their ends may be.</param>
    public bool Meets(LevelLine upright, int reach)
    {
        var row = (int)At((int)upright.At((int)At((Start + End) / 2)));
        var column = (int)upright.At(row);
        return column >= Start - reach && column < End + reach
            && row >= upright.Start - reach && row < upright.End + reach;
    }
}
