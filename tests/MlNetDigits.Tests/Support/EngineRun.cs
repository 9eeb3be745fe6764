using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>What the managed engine made of some records.</summary>
/// <param name="Weights">The weights afterwards.</param>
/// <param name="Outcome">What the engine says of the last epoch.</param>
internal sealed record EngineRun(NetworkWeights Weights, EpochOutcome Outcome)
{
    /// <summary>The weights, W1 before W2.</summary>
    public float[] AllWeights => [.. Weights.HiddenWeights.Span, .. Weights.OutputWeights.Span];

    /// <summary>Trains one epoch, in the order of the data.</summary>
    public static EngineRun Of(
        VectorCode width,
        TrainingRecords records,
        NetworkWeights start,
        SigmoidNetworkOptions options,
        int block = VectorCode.UsualBlock,
        Func<int, bool>? goOn = null,
        RecordDistorter? distorter = null)
        => Of(width, records, EpochOrder.OfData(records.Count), start, options, block, goOn, distorter);

    /// <summary>Trains one epoch on some of the records.</summary>
    public static EngineRun Of(
        VectorCode width,
        TrainingRecords records,
        ReadOnlySpan<int> order,
        NetworkWeights start,
        SigmoidNetworkOptions options,
        int block = VectorCode.UsualBlock,
        Func<int, bool>? goOn = null,
        RecordDistorter? distorter = null)
    {
        using var engine = width.CreateEngine(start, options, block);
        var work = EngineWork.Of(records, order.ToArray(), options.LearningRate) with { Distorter = distorter };
        var outcome = engine.TrainEpoch(work, goOn ?? (_ => true));
        return new EngineRun(engine.ToWeights(), outcome);
    }
}
