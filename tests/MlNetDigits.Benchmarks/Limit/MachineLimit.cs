using System.Runtime.InteropServices;
using TorchSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>What one core of this machine can do at most, measured.</summary>
/// <param name="WeightsPassMicroseconds">Reading and writing W1 (784 x 200 floats) once.</param>
/// <param name="Gigaflops">
/// The arithmetic speed of <see cref="ProductKernel"/> on weights as many as W1's and a block of records.
/// </param>
/// <param name="TorchGigaflops">
/// The product of W1 and a block by torch, on one thread, with instructions that it chooses itself.
/// </param>
internal sealed record MachineLimit(double WeightsPassMicroseconds, double Gigaflops, double TorchGigaflops)
{
    // A block whose records stay in the first-level cache while the weights stream past.
    private const int Block = 8;

    private static readonly NetworkArithmetic Network = NetworkArithmetic.Classic;

    public static MachineLimit Measure() => ProcessVersions.VectorBits() switch
    {
        512 => Measure<Lanes512>(),
        256 => Measure<Lanes256>(),
        _ => Measure<Lanes128>(),
    };

    private static MachineLimit Measure<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        var weights = Aligned(Network.Hidden * Network.Inputs);
        var records = Aligned(Block * Network.Inputs);

        // As many whole panels as W1 fills: what does not fill one would need code of its own and is not the limit.
        var panel = ProductKernel.PanelVectors * TLanes.Width;
        var nodes = Network.Hidden / panel * panel;
        var panels = Aligned(nodes * Network.Inputs);
        var result = Aligned(Block * nodes);
        var pass = Speed.Microseconds(() => MemoryPass.Run<TLanes>(weights.Span));
        var product = Speed.Microseconds(
            () => ProductKernel.Run<TLanes>(panels.Span, records.Span, result.Span, Network.Inputs));
        return new MachineLimit(pass, SpeedOf(Block, nodes, product), MeasureTorch());
    }

    private static double MeasureTorch()
    {
        const int block = 32;
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var withoutAutograd = torch.no_grad();
        var records = torch.rand(block, Network.Inputs);
        var weights = torch.rand(Network.Inputs, Network.Hidden);
        return SpeedOf(block, Network.Hidden, Speed.Microseconds(() => torch.mm(records, weights).Dispose()));
    }

    private static double SpeedOf(int block, int nodes, double microseconds)
        => 2.0 * block * Network.Inputs * nodes / microseconds / 1000;

    /// <summary>Memory that starts at a cache line: vectors across two lines would slow the kernels down.</summary>
    private static Memory<float> Aligned(int count)
    {
        const int line = 64;
        var array = GC.AllocateUninitializedArray<float>(count + (line / sizeof(float)), pinned: true);
        Array.Fill(array, 0.5f);
        var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % line);
        return array.AsMemory((line - past) % line / sizeof(float), count);
    }
}
