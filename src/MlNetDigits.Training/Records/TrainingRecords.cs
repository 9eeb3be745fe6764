namespace MlNetDigits.Training;

/// <summary>
/// The records of a data set in memory: features, dense or sparse as they came, and the class of each.
/// </summary>
internal sealed class TrainingRecords
{
    private readonly IReadOnlyList<RecordChunk> _chunks;
    private readonly int[] _labels;

    public TrainingRecords(int features, int classes, IReadOnlyList<RecordChunk> chunks, int[] labels)
        => (Features, Classes, _chunks, _labels) = (features, classes, chunks, labels);

    /// <summary>The number of features of a record.</summary>
    public int Features { get; }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of records.</summary>
    public int Count => _labels.Length;

    /// <summary>The class of a record, in [0, <see cref="Classes"/>).</summary>
    public int Label(int record) => _labels[record];

    /// <summary>Writes the features of a record, <c>[Features]</c>.</summary>
    public void CopyFeatures(int record, Span<float> destination)
        => _chunks[record / RecordChunk.Capacity].CopyFeatures(record % RecordChunk.Capacity, destination);
}
