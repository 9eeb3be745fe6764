namespace MlNetDigits.Benchmarks;

/// <summary>
/// Reads and writes every weight once, with hardly any arithmetic: what memory alone costs an update.
/// </summary>
internal static class MemoryPass
{
    public static void Run<TLanes>(Span<float> weights)
        where TLanes : struct, ILanes<TLanes>
    {
        var factor = TLanes.Broadcast(0.999f);
        var addend = TLanes.Broadcast(0.001f);
        for (var i = 0; i <= weights.Length - TLanes.Width; i += TLanes.Width)
        {
            ref var at = ref weights[i];
            TLanes.MultiplyAdd(TLanes.Load(ref at), factor, addend).Store(ref at);
        }
    }
}
