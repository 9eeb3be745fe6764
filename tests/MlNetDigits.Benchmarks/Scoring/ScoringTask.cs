using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Benchmarks;

/// <summary>The network and the rows that all scorers get, and how they are measured.</summary>
/// <param name="Ml">The ML.NET context of the model.</param>
/// <param name="Model">The model, trained for an epoch.</param>
/// <param name="Digits">The rows as a user has them: pixels.</param>
/// <param name="Rows">The same, scaled, row-major.</param>
internal sealed record ScoringTask(
    MLContext Ml,
    TransformerChain<MulticlassPredictionTransformer<SigmoidNetworkModelParameters>> Model,
    IReadOnlyList<DigitRecord> Digits,
    float[] Rows)
{
    /// <summary>The rows of a pass. The rows of a call divide it.</summary>
    public const int Count = 1024;

    public NetworkWeights Weights => Model.LastTransformer.Model.Weights;

    public static ScoringTask Create(ScoringSettings settings)
    {
        if (Count % settings.Rows != 0)
            throw new ArgumentException($"{settings.Rows} rows a call do not divide {Count}.", nameof(settings));

        var ml = new MLContext(seed: 1);
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(epochs: 1);
        var model = ml.Transforms.ScalePixels().Append(trainer)
            .Fit(MlNetData.Open(ml, settings.Data, DigitPart.Train));
        var records = DigitRecords.Read(DigitSource.Resolve(settings.Data, DigitPart.Test)).Take(Count);
        var digits = settings.Grain ? GrainyDigits.AddGrain(records) : [.. records];
        return digits.Count == Count
            ? new ScoringTask(ml, model, digits, DigitFloats.From(digits).Inputs)
            : throw new InvalidInputException(settings.Data, $"holds {digits.Count} test digits, not {Count}");
    }

    /// <summary>Measures a pass over all rows.</summary>
    /// <param name="scorer">Who scores, and how.</param>
    /// <param name="settings">What it was given.</param>
    /// <param name="score">Scores all rows into an array, row-major.</param>
    /// <param name="packages">What the scorer is made of.</param>
    public ScoringMeasurement Measure(
        string scorer, ScoringSettings settings, Action<float[]> score, params ReadOnlySpan<string> packages)
    {
        var scores = new float[Count * Weights.Outputs];
        var microseconds = Speed.MedianMicroseconds(() => score(scores));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        score(scores);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        return new ScoringMeasurement(
            settings.Grain ? $"{scorer}, grainy paper" : scorer,
            settings.Rows,
            settings.Threads,
            microseconds / Count,
            (double)allocated / Count,
            DifferenceFromQuery(scores),
            ProcessVersions.Read(packages));
    }

    // Only now: what ran before a measurement may have a say in how the runtime compiles what is measured.
    private double DifferenceFromQuery(float[] scores)
        => Rows.Chunk(Weights.Inputs)
            .SelectMany(row => Weights.Query(row))
            .Zip(scores, (expected, score) => Math.Abs((double)score - expected))
            .Max();
}
