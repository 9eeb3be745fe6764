namespace MlNetDigits.Training;

/// <summary>
/// The groups of records that an engine learns from, distorted: while it works on one group, the next is made beside it,
/// on any threads. Memory for three groups is all it takes.
/// </summary>
internal sealed class DistortedGroups : IGroupPreparation
{
    // What a thread takes at a time: some fifty microseconds' work.
    private const int RecordsPerPart = 16;

    // One whose changes are still to be put in, one that is learned from, and one that is made.
    private const int Groups = 3;

    private readonly RecordDistorter _distorter;
    private readonly Side[] _sides;
    private int _current;
    private EpochWork? _work;
    private int _start;

    /// <summary>Makes room for groups.</summary>
    /// <param name="distorter">Distorts them.</param>
    /// <param name="records">The records; others may follow that are stored alike.</param>
    /// <param name="groupSize">The most records of a group.</param>
    public DistortedGroups(RecordDistorter distorter, TrainingRecords records, int groupSize)
    {
        _distorter = distorter;
        _sides = [.. Enumerable.Range(0, Groups).Select(_ => new Side(distorter.Shape, records, groupSize))];
    }

    /// <inheritdoc/>
    public int Parts => (Order.Length + RecordsPerPart - 1) / RecordsPerPart;

    /// <summary>The records of the group that was begun last.</summary>
    public TrainingRecords Records => _sides[_current].Records;

    /// <summary>Which of <see cref="Records"/>, in the order of the group.</summary>
    public ReadOnlySpan<int> Order => _sides[_current].Order;

    /// <summary>Begins a group; its parts are still to be run. The two groups before stay as they are.</summary>
    /// <param name="work">The epoch.</param>
    /// <param name="start">Where the group starts in its order.</param>
    /// <param name="count">The number of records.</param>
    /// <returns>This.</returns>
    public DistortedGroups Begin(EpochWork work, int start, int count)
    {
        _current = (_current + 1) % Groups;
        (_work, _start) = (work, start);
        _sides[_current].Begin(work.Records, work.Order.Span.Slice(start, count), _distorter.Copies);
        return this;
    }

    /// <summary>The same, with all parts run.</summary>
    public void Make(EpochWork work, int start, int count)
    {
        Begin(work, start, count);
        for (var part = 0; part < Parts; part++)
            RunPanel(part);
    }

    /// <inheritdoc/>
    public void RunPanel(int panel)
    {
        var first = panel * RecordsPerPart;
        var order = _work!.Order.Span.Slice(_start + first, Math.Min(RecordsPerPart, Order.Length - first));
        _sides[_current].Parts[panel].Fill(_distorter, _work, order);
    }

    /// <summary>Some records of a group, and room to make them.</summary>
    private sealed class Part(ImageShape shape, float? background)
    {
        private readonly PaddedImage _image = new(shape);
        private readonly float[] _pixels = new float[shape.Pixels];

        public RecordChunk Chunk { get; } = new((int)shape.Pixels, background, RecordsPerPart * (int)shape.Pixels);

        public void Fill(RecordDistorter distorter, EpochWork work, ReadOnlySpan<int> order)
        {
            Chunk.Clear();
            for (var i = 0; i < order.Length; i++)
            {
                if (i + 1 < order.Length)
                    work.Records.Prefetch(order[i + 1] / distorter.Copies);
                var (record, copy) = Math.DivRem(order[i], distorter.Copies);
                _image.Read(work.Records, record);
                distorter.Distort(_image, work.Epoch, work.FirstRecord + record, copy, _pixels);
                Chunk.AddDense(_pixels);
            }
        }
    }

    /// <summary>A group.</summary>
    private sealed class Side
    {
        private readonly int[] _labels;
        private readonly int[] _order;
        private int _count;

        public Side(ImageShape shape, TrainingRecords records, int groupSize)
        {
            Parts = [.. Enumerable.Range(0, (groupSize + RecordsPerPart - 1) / RecordsPerPart).Select(_ => new Part(shape, records.Background))];
            _labels = new int[Parts.Length * RecordChunk.Capacity];
            Records = new TrainingRecords(records.Features, records.Classes, records.Background, Parts.Select(part => part.Chunk), _labels);

            // Each part fills the start of a chunk of its own.
            _order = [.. Enumerable.Range(0, groupSize).Select(i => (i / RecordsPerPart * RecordChunk.Capacity) + (i % RecordsPerPart))];
        }

        public Part[] Parts { get; }

        public TrainingRecords Records { get; }

        public ReadOnlySpan<int> Order => _order.AsSpan(0, _count);

        public void Begin(TrainingRecords records, ReadOnlySpan<int> order, int copies)
        {
            _count = order.Length;
            for (var i = 0; i < order.Length; i++)
                _labels[_order[i]] = records.Label(order[i] / copies);
        }
    }
}
