using CsCheck;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>Anything that the managed engine may be asked to do, small enough to read when it goes wrong.</summary>
internal sealed record EngineCase(
    int Inputs,
    int Hidden,
    int Classes,
    int Records,
    float? Background,
    int Block,
    int BatchSize,
    UpdateRule Rule,
    float Rate,
    float Momentum,
    float OutputFactor,
    int Threads,
    int Seed)
{
    // Not large: with long records and high rates, one step would swing a node from end to end, and any two programs
    // in single precision drift apart (at -1.5, TorchSharp's own arithmetic is off by 1e-4 as well).
    private static readonly float?[] Backgrounds = [null, 0, 0.01f, -0.3f];

    /// <summary>
    /// Cases of all shapes: dense and mostly one value, online and in batches, blocks that are not filled, batches that
    /// the layers take in several goes. Momentum adds up to a rate of 1 / (1 - momentum) times its own, which is made up for.
    /// </summary>
    public static Gen<EngineCase> Gen { get; } =
        from size in CsCheck.Gen.Select(
            CsCheck.Gen.Int[1, 70], CsCheck.Gen.Int[1, 70], CsCheck.Gen.Int[1, 12])
        from records in CsCheck.Gen.Frequency((15, CsCheck.Gen.Int[1, 60]), (1, CsCheck.Gen.Int[129, 300]))
        from background in CsCheck.Gen.Int[0, Backgrounds.Length - 1].Select(i => Backgrounds[i])
        from block in CsCheck.Gen.Int[1, TileBlock.Capacity]
        from batchSize in CsCheck.Gen.OneOf(CsCheck.Gen.Const(1), CsCheck.Gen.Int[2, 40], CsCheck.Gen.Int[129, 300])
        from rule in CsCheck.Gen.Enum<UpdateRule>()
        from rate in CsCheck.Gen.Float[0.001f, 0.5f]
        from momentum in CsCheck.Gen.OneOf(CsCheck.Gen.Const(0f), CsCheck.Gen.Const(0.9f))
        from outputFactor in CsCheck.Gen.OneOf(CsCheck.Gen.Const(1f), CsCheck.Gen.Const(3f))
        from threads in CsCheck.Gen.Int[1, 3]
        from seed in CsCheck.Gen.Int[0, 9999]
        select new EngineCase(
            size.Item1, size.Item2, size.Item3, records, background, block, batchSize, rule, rate * (1 - momentum), momentum, outputFactor, threads, seed);

    /// <summary>The case's options.</summary>
    public SigmoidNetworkOptions ToOptions()
        => new()
        {
            HiddenNodes = Hidden,
            LearningRate = Rate,
            Epochs = 1,
            UpdateRule = Rule,
            BatchSize = BatchSize,
            Momentum = Momentum,
            OutputRateFactor = OutputFactor,
            Threads = Threads,
        };

    /// <summary>The case's data.</summary>
    public MadeRecords ToData()
    {
        var dense = MadeRecords.Create(Records, Inputs, Classes, Seed);
        return Background is { } background ? dense.WithBackground(background, share: 0.85, Seed) : dense;
    }

    /// <summary>The weights to start from.</summary>
    public NetworkWeights ToStart() => WeightInitializer.Draw(Inputs, Hidden, Classes, WeightInitialization.Uniform, Seed);
}
