namespace MlNetDigits.Training;

/// <summary>In what order the classes of records come: how often the class changes from one record to the next.</summary>
/// <param name="classes">The number of classes.</param>
internal sealed class LabelOrder(int classes)
{
    // Mixed by chance, some fifty records that change class a fifth as often as they should are rarer than one in a billion.
    private const double LeastShareOfChanges = 0.2;

    private readonly long[] _counts = new long[classes];
    private int _last = -1;
    private long _changes;

    /// <summary>How many records there are.</summary>
    public long Records { get; private set; }

    /// <summary>The class that all records are of; null if there are several, or no records.</summary>
    public int? OnlyClass => _changes == 0 && _last >= 0 ? _last : null;

    /// <summary>
    /// Whether the records of a class stand together: sorted, in any order of the classes, or in a few sorted parts.
    /// </summary>
    public bool IsSorted => _changes > 0 && _changes < LeastShareOfChanges * ChangesByChance();

    /// <summary>Counts records.</summary>
    public void Add(RecordBlock block)
    {
        foreach (var record in block.Order)
            Add(block.Records.Label(record));
    }

    private void Add(int label)
    {
        if (_last >= 0 && label != _last)
            _changes++;
        _last = label;
        _counts[label]++;
        Records++;
    }

    /// <summary>How often the class would change if the same records stood in an order by chance.</summary>
    private double ChangesByChance()
    {
        var pairsOfOneClass = _counts.Sum(count => (double)count * (count - 1));
        return (Records - 1) * (1 - (pairsOfOneClass / ((double)Records * (Records - 1))));
    }
}
