using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>The vector code for one width, whatever the processor's own.</summary>
/// <param name="Width">The width.</param>
internal sealed record VectorCode(VectorWidth Width)
{
    /// <summary>What the engine uses if it is not told otherwise.</summary>
    public const int UsualBlock = 16;

    /// <summary>AVX2's width.</summary>
    public static VectorCode W256 { get; } = new(VectorWidth.W256);

    /// <summary>All widths.</summary>
    public static IReadOnlyList<VectorCode> All { get; } = [new(VectorWidth.W128), W256, new(VectorWidth.W512)];

    /// <summary>The bits of a vector.</summary>
    public int Bits => Width.Bits;

    /// <summary>By its width.</summary>
    public static VectorCode Of(int bits) => All.Single(code => code.Bits == bits);

    /// <summary>Makes the training engine.</summary>
    public ITrainingEngine CreateEngine(NetworkWeights start, SigmoidNetworkOptions options, int blockSize)
        => Width.Dispatch(new EngineWork(start, options, blockSize));

    /// <summary>Makes what learns record by record.</summary>
    public IRecordLearner CreateLearner(NetworkWeights start, SigmoidNetworkOptions options, float? background)
        => IRecordLearner.Create(start, options, background, Width);

    /// <summary>Lays a network out for scoring.</summary>
    public IPackedNetwork Pack(NetworkWeights network) => IPackedNetwork.Create(network, Width);

    /// <summary>The kernels' sigmoid, of the same number in every lane; each lane's answer.</summary>
    public float[] Sigmoid(float z) => Width.Dispatch(new SigmoidWork(z));

    private sealed record EngineWork(NetworkWeights Start, SigmoidNetworkOptions Options, int BlockSize) : IVectorWork<ITrainingEngine>
    {
        public ITrainingEngine Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats> => new ManagedEngine<TFloats>(Start, Options, BlockSize);
    }

    private sealed record SigmoidWork(float Z) : IVectorWork<float[]>
    {
        public unsafe float[] Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats>
        {
            var lanes = new float[TFloats.Width];
            fixed (float* destination = lanes)
                Sigmoid<TFloats>.Of(TFloats.Create(Z)).Store(destination);
            return lanes;
        }
    }
}
