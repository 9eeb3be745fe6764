using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>
/// Looks at the first digits of a file, or at as many as it takes, for what only their numbers tell: the range of the
/// pixels, and which of the outer columns is the label. What is wrong with a line is not its business: the reader of the
/// digits comes to the same line.
/// </summary>
internal sealed class CsvSurvey
{
    private readonly int _fields;
    private readonly bool[] _isPixel;
    private readonly CsvColumnStats?[] _stats;
    private readonly double[] _values;
    private double _sum;

    /// <summary>Makes one that has looked at nothing.</summary>
    /// <param name="fields">The fields of a line.</param>
    /// <param name="pixels">Those that are pixels for sure.</param>
    /// <param name="watched">Those to make statistics of.</param>
    /// <param name="classes">The classes that digits may be of.</param>
    public CsvSurvey(int fields, IEnumerable<int> pixels, IEnumerable<int> watched, DigitClasses classes)
    {
        _fields = fields;
        _isPixel = new bool[fields];
        _stats = new CsvColumnStats?[fields];
        _values = new double[fields];
        foreach (var field in pixels)
            _isPixel[field] = true;
        foreach (var field in watched)
            _stats[field] = new CsvColumnStats(classes);
    }

    /// <summary>The least number of the pixels.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>The greatest number of the pixels.</summary>
    public double Most { get; private set; } = double.NegativeInfinity;

    /// <summary>The mean of the pixels.</summary>
    public double Mean => _sum / (Rows * _isPixel.Count(isPixel => isPixel));

    /// <summary>How many digits were looked at.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether all digits were looked at.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>What is in a column that is watched.</summary>
    public CsvColumnStats this[int field] => _stats[field]!;

    /// <summary>Looks at digits until enough is known, a line cannot be read, or the file ends.</summary>
    /// <param name="layout">What is known of the lines.</param>
    /// <param name="lines">The lines, those before the first digit read.</param>
    /// <param name="isEnough">Whether enough is known; asked after the usual number of digits.</param>
    public void Look(CsvTop layout, CsvLineReader lines, Func<CsvSurvey, bool> isEnough)
    {
        while (true)
        {
            if (Rows >= PixelRangeRule.RowsToLookAt && isEnough(this))
                return;
            if (!lines.TryRead(out var line))
            {
                IsWhole = true;
                return;
            }

            if (layout.IsSkipped(line))
                continue;
            if (!TryAdd(line))
                return;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryAdd(ReadOnlySpan<byte> line)
    {
        var field = 0;
        for (var at = 0; at <= line.Length; field++)
        {
            var text = CsvFields.Next(line, ref at);
            if (field == _fields)
                return false;
            if (!_isPixel[field] && _stats[field] is null)
                continue;
            if (!CsvNumber.TryParse(text, out _values[field]) || !double.IsFinite(_values[field]))
                return false;
        }

        // Only of a line that can be read as a whole.
        if (field < _fields)
            return false;
        for (field = 0; field < _fields; field++)
        {
            _stats[field]?.Add(_values[field]);
            if (_isPixel[field])
                (Least, Most, _sum) = (Math.Min(Least, _values[field]), Math.Max(Most, _values[field]), _sum + _values[field]);
        }

        Rows++;
        return true;
    }
}
