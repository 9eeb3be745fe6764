using System.Runtime.Intrinsics;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>
/// The vector code for one width, whatever the processor's own: .NET makes wide vectors of narrower ones where the
/// processor lacks them.
/// </summary>
/// <param name="Bits">The width.</param>
/// <param name="CreateEngine">Makes the training engine: weights, options, block size.</param>
/// <param name="CreateLearner">Makes what learns record by record: weights, options, background.</param>
/// <param name="Pack">Lays a network out for scoring.</param>
/// <param name="Sigmoid">The kernels' sigmoid, of the same number in every lane; each lane's answer.</param>
internal sealed record VectorWidth(
    int Bits,
    Func<NetworkWeights, SigmoidNetworkOptions, int, ITrainingEngine> CreateEngine,
    Func<NetworkWeights, SigmoidNetworkOptions, float?, IRecordLearner> CreateLearner,
    Func<NetworkWeights, IPackedNetwork> Pack,
    Func<float, float[]> Sigmoid)
{
    /// <summary>What the engine uses if it is not told otherwise.</summary>
    public const int UsualBlock = 16;

    /// <summary>The narrowest, which runs everywhere.</summary>
    public static VectorWidth W128 { get; } = new(
        128,
        (start, options, block) => new ManagedEngine<Simd128, Vector128<float>>(start, options, block),
        (start, options, background) => new RecordLearner<Simd128, Vector128<float>>(start, options, background),
        network => new PackedNetwork<Simd128, Vector128<float>>(network),
        z => Lanes(Vector128<float>.Count, lanes => Sigmoid<Simd128, Vector128<float>>.Of(Vector128.Create(z)).CopyTo(lanes)));

    /// <summary>AVX2's.</summary>
    public static VectorWidth W256 { get; } = new(
        256,
        (start, options, block) => new ManagedEngine<Simd256, Vector256<float>>(start, options, block),
        (start, options, background) => new RecordLearner<Simd256, Vector256<float>>(start, options, background),
        network => new PackedNetwork<Simd256, Vector256<float>>(network),
        z => Lanes(Vector256<float>.Count, lanes => Sigmoid<Simd256, Vector256<float>>.Of(Vector256.Create(z)).CopyTo(lanes)));

    /// <summary>AVX-512's.</summary>
    public static VectorWidth W512 { get; } = new(
        512,
        (start, options, block) => new ManagedEngine<Simd512, Vector512<float>>(start, options, block),
        (start, options, background) => new RecordLearner<Simd512, Vector512<float>>(start, options, background),
        network => new PackedNetwork<Simd512, Vector512<float>>(network),
        z => Lanes(Vector512<float>.Count, lanes => Sigmoid<Simd512, Vector512<float>>.Of(Vector512.Create(z)).CopyTo(lanes)));

    /// <summary>All widths.</summary>
    public static IReadOnlyList<VectorWidth> All { get; } = [W128, W256, W512];

    /// <summary>By its width.</summary>
    public static VectorWidth Of(int bits) => All.Single(width => width.Bits == bits);

    private static float[] Lanes(int count, Action<float[]> copy)
    {
        var lanes = new float[count];
        copy(lanes);
        return lanes;
    }
}
