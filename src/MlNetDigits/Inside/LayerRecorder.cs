using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>Follows the outputs of a layer's nodes from record to record.</summary>
internal sealed class LayerRecorder(int nodes, InspectionOptions options)
{
    private readonly ImmutableArray<double> _edges = ValueHistogram.EvenEdges(0, 1, options.ActivityBins);
    private readonly long[] _counts = new long[options.ActivityBins];
    private readonly Node[] _nodes = Enumerable.Repeat(Node.Start, nodes).ToArray();
    private long _records;

    /// <summary>Adds a record's outputs, <c>[nodes]</c>, each in [0, 1].</summary>
    public void Add(ReadOnlySpan<float> outputs)
    {
        _records++;
        for (var i = 0; i < outputs.Length; i++)
        {
            double output = outputs[i];
            _counts[ValueHistogram.BinOf(_edges, output)]++;
            ref var node = ref _nodes[i];
            node.Minimum = Math.Min(node.Minimum, output);
            node.Maximum = Math.Max(node.Maximum, output);
            if (output < options.SaturatedBelow)
                node.Low++;
            else if (output > options.SaturatedAbove)
                node.High++;

            // Welford's: the difference of two large sums would lose what a small deviation consists of.
            var distance = output - node.Mean;
            node.Mean += distance / _records;
            node.Squares += distance * (output - node.Mean);
        }
    }

    /// <summary>What was seen so far.</summary>
    public LayerActivity ToActivity()
        => new([.. _nodes.Select(ToActivity)], new ValueHistogram(_edges, [.. _counts]));

    private NodeActivity ToActivity(Node node, int index)
    {
        if (_records == 0)
        {
            return new(
                index, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, NodeSaturation.None, IsConstant: false);
        }

        var deviation = Math.Sqrt(node.Squares / _records);
        var (low, high) = ((double)node.Low / _records, (double)node.High / _records);
        return new(
            index, node.Minimum, node.Maximum, node.Mean, deviation, low, high, SaturationOf(low, high), deviation < options.ConstantDeviation);
    }

    private NodeSaturation SaturationOf(double low, double high)
        => low + high < options.SaturatedShare ? NodeSaturation.None
            : low >= options.SaturatedShare ? NodeSaturation.Off
            : high >= options.SaturatedShare ? NodeSaturation.On
            : NodeSaturation.Switch;

    private record struct Node(double Minimum, double Maximum, double Mean, double Squares, long Low, long High)
    {
        public static Node Start { get; } = new(double.PositiveInfinity, double.NegativeInfinity, 0, 0, 0, 0);
    }
}
