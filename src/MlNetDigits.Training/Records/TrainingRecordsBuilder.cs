using Microsoft.ML.Data;

namespace MlNetDigits.Training;

/// <summary>
/// Collects records. How they are stored is decided by the first few hundred: where most features have one value, as
/// the background of a picture has, only the others are kept.
/// </summary>
internal sealed class TrainingRecordsBuilder(int features, int classes)
{
    private readonly List<VBuffer<float>> _first = [];
    private readonly List<RecordChunk> _chunks = [];
    private readonly List<int> _labels = [];
    private float? _background;

    /// <summary>The number of records so far.</summary>
    public int Count => _labels.Count;

    /// <summary>Adds a record.</summary>
    public void Add(in VBuffer<float> record, int label)
    {
        if (_labels.Count < RecordChunk.Capacity)
        {
            var copy = default(VBuffer<float>);
            record.CopyTo(ref copy);
            _first.Add(copy);
        }
        else
        {
            StoreFirst();
            Store(record);
        }

        _labels.Add(label);
    }

    /// <summary>Everything that was added.</summary>
    public TrainingRecords Build()
    {
        StoreFirst();
        return new TrainingRecords(features, classes, _background, _chunks, [.. _labels]);
    }

    private void StoreFirst()
    {
        if (_first.Count == 0)
            return;
        _background = Background.Find(_first);
        foreach (var record in _first)
            Store(record);
        _first.Clear();
    }

    private void Store(in VBuffer<float> record)
    {
        if (_chunks.Count == 0 || _chunks[^1].Count == RecordChunk.Capacity)
            _chunks.Add(new RecordChunk(features, _background, ExpectedValues()));
        if (record.IsDense)
            _chunks[^1].AddDense(record.GetValues());
        else
            _chunks[^1].AddSparse(record.GetIndices(), record.GetValues());
    }

    /// <summary>As many as the chunk before has, and room for the record that is being added last.</summary>
    private int ExpectedValues()
    {
        if (_background is null)
            return features * Math.Min(RecordChunk.Capacity, Math.Max(_first.Count, 1));
        return _chunks.Count == 0 ? features : _chunks[^1].StoredValues + features;
    }
}
