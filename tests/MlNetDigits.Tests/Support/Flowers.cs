using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Tests.Support;

/// <summary>Made-up flowers of three named kinds, and a classifier of ML.NET's own: nothing of ours is in it.</summary>
internal sealed record Flowers(MLContext Ml, IDataView Scored, MulticlassClassificationMetrics Metrics)
{
    /// <summary>Trains SdcaMaximumEntropy on half of the flowers and scores the others.</summary>
    public static Flowers ScoredByMlNet(int count = 300)
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Draw(count)), testFraction: 0.5);
        var model = ml.Transforms.Conversion.MapValueToKey(
                "Label", "Kind", keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(maximumNumberOfIterations: 5))
            .Fit(split.TrainSet);
        var scored = model.Transform(split.TestSet);
        return new Flowers(ml, scored, ml.MulticlassClassification.Evaluate(scored));
    }

    // Spread so widely that some are taken for others.
    private static IEnumerable<Row> Draw(int count)
    {
        (string Kind, float Length, float Width)[] kinds =
            [("setosa", 5.0f, 3.4f), ("versicolor, a \"blue\" flag", 5.9f, 2.8f), ("virginica | southern", 6.6f, 3.0f)];
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var (kind, length, width) = kinds[random.Next(3)];
            yield return new Row { Kind = kind, Features = [length + Noise(), width + Noise()] };
        }

        float Noise() => random.NextSingle() + random.NextSingle() - 1;
    }

    private sealed class Row
    {
        public string Kind { get; set; } = "";

        [VectorType(2)]
        public float[] Features { get; set; } = [];
    }
}
