using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>A group of records that are mostly one value, by how much they differ from it.</summary>
/// <param name="capacity">The most records of a group.</param>
internal sealed unsafe class BackgroundGroup(int capacity)
{
    private readonly SparseRow[] _rows = GC.AllocateUninitializedArray<SparseRow>(capacity, pinned: true);

    /// <summary>The number of records.</summary>
    public int Count { get; private set; }

    /// <summary>The number of features in which the records differ, of all records.</summary>
    public long Features { get; private set; }

    /// <summary>By how much each record differs in all, <c>[Count]</c> or more.</summary>
    public float[] Sums { get; } = new float[capacity];

    /// <summary>The records from one on.</summary>
    public SparseRow* Rows(int first) => (SparseRow*)Unsafe.AsPointer(ref _rows[first]);

    /// <summary>Takes records; they must be kept alive as long as the rows are used.</summary>
    public void Read(TrainingRecords records, ReadOnlySpan<int> group)
    {
        (Count, Features) = (group.Length, 0);
        for (var i = 0; i < group.Length; i++)
        {
            // They lie anywhere in memory, or another thread has just made them.
            records.Prefetch(group[i]);
            _rows[i] = records.Row(group[i]);
            Sums[i] = records.Sum(group[i]);
            Features += records.Indices(group[i]).Length;
        }
    }
}
