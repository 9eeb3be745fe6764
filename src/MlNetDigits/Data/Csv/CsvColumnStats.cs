namespace MlNetDigits;

/// <summary>What is in a column of a CSV file, as far as it has been read.</summary>
/// <param name="classes">The classes that digits may be of.</param>
internal sealed class CsvColumnStats(DigitClasses classes)
{
    private double _first = double.NaN;
    private long _count;
    private long _small;
    private long _zeros;

    /// <summary>Whether each value could be a label.</summary>
    public bool CanBeLabel { get; private set; } = true;

    /// <summary>Whether there are two different values.</summary>
    public bool Varies { get; private set; }

    /// <summary>Whether there is nothing but zeros, as at the edge of MNIST's pictures.</summary>
    public bool IsZero => !Varies && _first == 0;

    /// <summary>What the values count up from, 0 or 1, each by one; null if they do not.</summary>
    public int? CountsFrom { get; private set; }

    /// <summary>Whether the values look like the noise of paper: most are small, and not nearly all of them zero.</summary>
    public bool IsNoise => Varies && 2 * _small >= _count && !IsMostlyZero;

    /// <summary>Whether three quarters of the values are zero, as most pixels are, and labels are not.</summary>
    public bool IsMostlyZero => 4 * _zeros >= 3 * _count;

    /// <summary>Takes the value of the next line.</summary>
    public void Add(double value)
    {
        if (_count == 0)
        {
            _first = value;
            CountsFrom = value is 0 or 1 ? (int)value : null;
        }

        CanBeLabel &= IsLabel(value, classes);
        _small += IsLabel(value, DigitClasses.Digits) ? 1 : 0;
        _zeros += value == 0 ? 1 : 0;
        Varies |= value != _first;
        if (value != CountsFrom + _count)
            CountsFrom = null;
        _count++;
    }

    /// <summary>Whether a value can be a label.</summary>
    public static bool IsLabel(double value, DigitClasses classes)
        => value is >= 0 and < DigitClasses.MostClasses && value == Math.Floor(value) && classes.KeyOf((byte)value) > 0;
}
