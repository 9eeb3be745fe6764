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

    // Filled again and again: how much room a chunk needs is known when it is full.
    private RecordChunk? _open;
    private RecordMemory? _memory;

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
            Store(record, _open!);
        }

        _labels.Add(label);
    }

    /// <summary>Everything that was added.</summary>
    public TrainingRecords Build()
    {
        StoreFirst();
        if (_open is { Count: > 0 })
            Pack(_open);
        return new TrainingRecords(features, classes, _background, _chunks, [.. _labels]);
    }

    private void StoreFirst()
    {
        if (_first.Count == 0)
            return;
        _background = Background.Find(_first);
        _memory = new RecordMemory(hasIndices: _background is not null);
        _open = new RecordChunk(features, _background, features * (_background is null ? _first.Count : 1));
        foreach (var record in _first)
            Store(record, _open);
        _first.Clear();
    }

    private void Store(in VBuffer<float> record, RecordChunk chunk)
    {
        if (chunk.Count == RecordChunk.Capacity)
            Pack(chunk);
        if (record.IsDense)
            chunk.AddDense(record.GetValues());
        else
            chunk.AddSparse(record.GetIndices(), record.GetValues());
    }

    private void Pack(RecordChunk chunk)
    {
        _chunks.Add(chunk.Packed(_memory!));
        chunk.Clear();
    }
}
