namespace MlNetDigits.Training;

/// <summary>The records of a data set in memory: features, and the class of each.</summary>
internal sealed class TrainingRecords
{
    private readonly RecordChunk[] _chunks;
    private readonly int[] _labels;

    /// <summary>Takes over filled chunks; made by <see cref="TrainingRecordsBuilder"/>.</summary>
    public TrainingRecords(
        int features, int classes, float? background, IEnumerable<RecordChunk> chunks, int[] labels)
        => (Features, Classes, Background, _chunks, _labels) = (features, classes, background, [.. chunks], labels);

    /// <summary>The number of features of a record.</summary>
    public int Features { get; }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>
    /// The value that most features have, if most have one: records are then stored by the features that differ. Null
    /// if every feature is stored.
    /// </summary>
    public float? Background { get; }

    /// <summary>The number of records.</summary>
    public int Count => _labels.Length;

    /// <summary>The class of a record, in [0, <see cref="Classes"/>).</summary>
    public int Label(int record) => _labels[record];

    /// <summary>Writes the features of a record, <c>[Features]</c>; with a background, up to rounding.</summary>
    public void CopyFeatures(int record, Span<float> destination)
        => ChunkOf(record).CopyFeatures(record % RecordChunk.Capacity, destination);

    /// <summary>Which features of a record differ from <see cref="Background"/>, rising.</summary>
    public ReadOnlySpan<int> Indices(int record) => ChunkOf(record).Indices(record % RecordChunk.Capacity);

    /// <summary>By how much the features of <see cref="Indices"/> differ, or all features if there is no background.</summary>
    public ReadOnlySpan<float> Values(int record) => ChunkOf(record).Values(record % RecordChunk.Capacity);

    /// <summary>
    /// Asks for a record that is read soon: in an order by chance, each comes from memory that no cache has.
    /// </summary>
    public void Prefetch(int record) => ChunkOf(record).Prefetch(record % RecordChunk.Capacity);

    /// <summary>
    /// A record with a background as the kernels see it. It points into these records, which must be kept alive.
    /// </summary>
    public SparseRow Row(int record) => ChunkOf(record).Row(record % RecordChunk.Capacity);

    /// <summary>By how much a record differs from the background in all.</summary>
    public float Sum(int record) => ChunkOf(record).Sum(record % RecordChunk.Capacity);

    private RecordChunk ChunkOf(int record) => _chunks[record / RecordChunk.Capacity];
}
