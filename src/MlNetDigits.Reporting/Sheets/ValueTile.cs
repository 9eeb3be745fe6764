namespace MlNetDigits.Reporting;

/// <summary>Numbers on a sheet, a coloured pixel each: blue below 0, red above 0, pale near 0.</summary>
public sealed record ValueTile : SheetTile
{
    /// <summary>Makes a tile.</summary>
    /// <param name="width">The columns; at least 1.</param>
    /// <param name="height">The rows; at least 1.</param>
    /// <param name="values">Row by row from the top left, <paramref name="width"/> times <paramref name="height"/>
    /// numbers; one that is not a number is drawn grey. They are not copied: do not change them afterwards.</param>
    /// <param name="caption">What stands below it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    /// <exception cref="ArgumentException">The number of values is another.</exception>
    public ValueTile(int width, int height, ReadOnlyMemory<float> values, string caption)
        : base(width, height, caption)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (values.Length != (long)width * height)
        {
            throw new ArgumentException(
                $"A tile of {width} x {height} has {(long)width * height} values, not {values.Length}.", nameof(values));
        }

        Values = values;
    }

    /// <summary>Row by row from the top left.</summary>
    public ReadOnlyMemory<float> Values { get; }
}
