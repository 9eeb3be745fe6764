using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// <c>Z = X W^T</c> for a block of records X, <c>[n, length]</c>, and weights W that lie in panels: the weights of as
/// many nodes as two vectors hold, feature by feature, as every fast matrix product packs them. A tile of four records
/// by one panel keeps its eight sums in registers, and there are as many of them as two multiply-add units with a
/// latency of four cycles can keep going.
/// </summary>
internal static class ProductKernel
{
    public const int RecordRows = 4;
    public const int PanelVectors = 2;

    public static void Run<TLanes>(
        ReadOnlySpan<float> panels, ReadOnlySpan<float> records, Span<float> result, int length)
        where TLanes : struct, ILanes<TLanes>
    {
        var panelNodes = PanelVectors * TLanes.Width;
        var panelLength = panelNodes * length;
        var nodes = panels.Length / length;
        for (var record = 0; record < records.Length / length; record += RecordRows)
        {
            for (var panel = 0; panel < nodes / panelNodes; panel++)
            {
                Tile<TLanes>(
                    panels.Slice(panel * panelLength, panelLength),
                    records.Slice(record * length, RecordRows * length),
                    result[((record * nodes) + (panel * panelNodes))..],
                    nodes,
                    length);
            }
        }
    }

    private static void Tile<TLanes>(
        ReadOnlySpan<float> panel, ReadOnlySpan<float> records, Span<float> result, int nodes, int length)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum00 = default, sum01 = default, sum10 = default, sum11 = default;
        TLanes sum20 = default, sum21 = default, sum30 = default, sum31 = default;
        ref var weights = ref MemoryMarshal.GetReference(panel);
        ref var values = ref MemoryMarshal.GetReference(records);
        for (var i = 0; i < length; i++)
        {
            var weights0 = TLanes.Load(ref weights);
            var weights1 = TLanes.Load(ref Unsafe.Add(ref weights, TLanes.Width));
            var value0 = TLanes.Broadcast(Unsafe.Add(ref values, i));
            sum00 = TLanes.MultiplyAdd(weights0, value0, sum00);
            sum01 = TLanes.MultiplyAdd(weights1, value0, sum01);
            var value1 = TLanes.Broadcast(Unsafe.Add(ref values, length + i));
            sum10 = TLanes.MultiplyAdd(weights0, value1, sum10);
            sum11 = TLanes.MultiplyAdd(weights1, value1, sum11);
            var value2 = TLanes.Broadcast(Unsafe.Add(ref values, (2 * length) + i));
            sum20 = TLanes.MultiplyAdd(weights0, value2, sum20);
            sum21 = TLanes.MultiplyAdd(weights1, value2, sum21);
            var value3 = TLanes.Broadcast(Unsafe.Add(ref values, (3 * length) + i));
            sum30 = TLanes.MultiplyAdd(weights0, value3, sum30);
            sum31 = TLanes.MultiplyAdd(weights1, value3, sum31);
            weights = ref Unsafe.Add(ref weights, PanelVectors * TLanes.Width);
        }

        Store(sum00, sum01, result);
        Store(sum10, sum11, result[nodes..]);
        Store(sum20, sum21, result[(2 * nodes)..]);
        Store(sum30, sum31, result[(3 * nodes)..]);
    }

    private static void Store<TLanes>(TLanes first, TLanes second, Span<float> result)
        where TLanes : struct, ILanes<TLanes>
    {
        first.Store(ref result[0]);
        second.Store(ref result[TLanes.Width]);
    }
}
