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
    int Threads,
    int Seed)
{
    // Not large: with long records and high rates, one step would swing a node from end to end, and any two programs
    // in single precision drift apart (at -1.5, TorchSharp's own arithmetic is off by 1e-4 as well).
    private static readonly float?[] Backgrounds = [null, 0, 0.01f, -0.3f];

    /// <summary>Cases of all shapes: dense and mostly one value, online and in batches, blocks that are not filled.</summary>
    public static Gen<EngineCase> Gen { get; } =
        from size in CsCheck.Gen.Select(
            CsCheck.Gen.Int[1, 70], CsCheck.Gen.Int[1, 70], CsCheck.Gen.Int[1, 12], CsCheck.Gen.Int[1, 60])
        from background in CsCheck.Gen.Int[0, Backgrounds.Length - 1].Select(i => Backgrounds[i])
        from block in CsCheck.Gen.Int[1, TileBlock.Capacity]
        from batchSize in CsCheck.Gen.OneOf(CsCheck.Gen.Const(1), CsCheck.Gen.Int[2, 40])
        from rule in CsCheck.Gen.Enum<UpdateRule>()
        from rate in CsCheck.Gen.Float[0.001f, 0.5f]
        from threads in CsCheck.Gen.Int[1, 3]
        from seed in CsCheck.Gen.Int[0, 9999]
        select new EngineCase(
            size.Item1, size.Item2, size.Item3, size.Item4, background, block, batchSize, rule, rate, threads, seed);

    /// <summary>The case's options.</summary>
    public SigmoidNetworkOptions ToOptions()
        => new() { HiddenNodes = Hidden, LearningRate = Rate, UpdateRule = Rule, BatchSize = BatchSize, Threads = Threads };

    /// <summary>The case's data.</summary>
    public MadeRecords ToData()
    {
        var dense = MadeRecords.Create(Records, Inputs, Classes, Seed);
        return Background is { } background ? dense.WithBackground(background, share: 0.85, Seed) : dense;
    }

    /// <summary>The weights to start from.</summary>
    public NetworkWeights ToStart() => WeightInitializer.Draw(Inputs, Hidden, Classes, WeightInitialization.Uniform, Seed);
}
