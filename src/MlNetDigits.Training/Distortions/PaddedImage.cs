namespace MlNetDigits.Training;

/// <summary>
/// An image with an edge around it, to be sampled at any place: what lies beyond the edge is what lies on it.
/// </summary>
internal sealed class PaddedImage
{
    /// <summary>How many pixels the edge is wide: between any two of them there is nothing but the edge's own value.</summary>
    public const int Edge = 2;

    private readonly ImageShape _shape;
    private readonly int[] _places;
    private readonly int[] _columns;
    private readonly float[] _pixels;

    /// <summary>Makes room.</summary>
    public PaddedImage(ImageShape shape)
    {
        _shape = shape;
        Stride = shape.Columns + (2 * Edge);
        (MostLeft, MostTop) = (MathF.BitDecrement(shape.Columns + Edge + 1f), MathF.BitDecrement(shape.Rows + Edge + 1f));
        _pixels = GC.AllocateArray<float>(Stride * (shape.Rows + (2 * Edge)), pinned: true);
        _places = [.. Enumerable.Range(0, shape.Rows * shape.Columns)
            .Select(feature => (((feature / shape.Columns) + Edge) * Stride) + (feature % shape.Columns) + Edge)];
        _columns = [.. _places.Select(place => place % Stride)];
    }

    /// <summary>From one row to the next.</summary>
    public int Stride { get; }

    /// <summary>The pixels with their edge.</summary>
    public ReadOnlySpan<float> Pixels => _pixels;

    /// <summary>Just left of the last column with its edge: the last place that has a right neighbour.</summary>
    public float MostLeft { get; }

    /// <summary>Just above the last row, likewise.</summary>
    public float MostTop { get; }

    /// <summary>What is not the edge's value lies within, counted with the edge.</summary>
    public (int Left, int Top, int Right, int Bottom) Box { get; private set; }

    /// <summary>Takes a record.</summary>
    public void Read(TrainingRecords records, int record)
    {
        if (records.Background is { } background)
            ReadSparse(background, records.Indices(record), records.Values(record));
        else
            ReadDense(records.Values(record));
    }

    /// <summary>The first pixel; it does not move.</summary>
    public unsafe float* Pointer => PinnedArray.Pointer(_pixels);

    private void ReadSparse(float background, ReadOnlySpan<int> features, ReadOnlySpan<float> differences)
    {
        _pixels.AsSpan().Fill(background);
        var (left, right) = (Stride, 0);
        for (var i = 0; i < features.Length; i++)
        {
            var feature = features[i];
            _pixels[_places[feature]] = background + differences[i];
            left = Math.Min(left, _columns[feature]);
            right = Math.Max(right, _columns[feature]);
        }

        Box = features.IsEmpty ? (0, 0, 0, 0) : (left, _places[features[0]] / Stride, right, _places[features[^1]] / Stride);
    }

    /// <summary>An image without a background goes on with the pixels at its sides.</summary>
    private void ReadDense(ReadOnlySpan<float> values)
    {
        var rows = _shape.Rows + (2 * Edge);
        for (var row = 0; row < rows; row++)
        {
            var source = values.Slice(Math.Clamp(row - Edge, 0, _shape.Rows - 1) * _shape.Columns, _shape.Columns);
            var target = _pixels.AsSpan(row * Stride, Stride);
            target[..Edge].Fill(source[0]);
            source.CopyTo(target[Edge..]);
            target[^Edge..].Fill(source[^1]);
        }

        // What lies beyond is not one value.
        Box = (int.MinValue, int.MinValue, int.MaxValue, int.MaxValue);
    }
}
