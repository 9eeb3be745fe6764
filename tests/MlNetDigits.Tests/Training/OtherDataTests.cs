using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Training;

/// <summary>The trainer on data that is not digits.</summary>
public class OtherDataTests
{
    [Fact]
    public void Fit_FourMeasurementsAndThreeNamedKinds_TellsThemApart()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(Flowers(300)), testFraction: 0.3);
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Flower.Kind))
            .Append(ml.Transforms.Concatenate(
                "Features", nameof(Flower.SepalLength), nameof(Flower.SepalWidth), nameof(Flower.PetalLength), nameof(Flower.PetalWidth)))
            .Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 10, learningRate: 0.3f, epochs: 50))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

        var scored = pipeline.Fit(split.TrainSet).Transform(split.TestSet);

        var answers = scored.GetColumn<string>("PredictedLabel").ToArray();
        var right = answers.Zip(scored.GetColumn<string>(nameof(Flower.Kind))).Count(pair => pair.First == pair.Second);
        Assert.True(right > 0.9 * answers.Length, $"{right} of {answers.Length}");
    }

    [FashionFact]
    public void Fit_FashionMnist_LearnsClothes()
    {
        var ml = new MLContext(seed: 1);
        var pipeline = DigitView.Pipeline(ml, DigitView.Small with { HiddenNodes = 100, Epochs = 1 });

        var model = pipeline.Fit(DigitData.Load(ml, FashionFactAttribute.Folder!, DigitPart.Train).View);

        var report = ModelEvaluation.Evaluate(ml, model, DigitData.Load(ml, FashionFactAttribute.Folder!, DigitPart.Test).View);
        Assert.Equal(10_000, report.RowsEvaluated);
        Assert.True(report.MicroAccuracy > 0.75, $"{report.MicroAccuracy}");
    }

    /// <summary>Three kinds of flower whose measurements are spread around means of their own.</summary>
    private static IEnumerable<Flower> Flowers(int count)
    {
        (string Kind, float[] Means)[] kinds =
            [("setosa", [5.0f, 3.4f, 1.5f, 0.2f]), ("versicolor", [5.9f, 2.8f, 4.3f, 1.3f]), ("virginica", [6.6f, 3.0f, 5.6f, 2.0f])];
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var (kind, means) = kinds[random.Next(3)];
            var values = means.Select(mean => mean + (0.35f * (random.NextSingle() + random.NextSingle() - 1))).ToArray();
            yield return new Flower
            {
                Kind = kind,
                SepalLength = values[0],
                SepalWidth = values[1],
                PetalLength = values[2],
                PetalWidth = values[3],
            };
        }
    }

    internal sealed class Flower
    {
        public string Kind { get; set; } = "";

        public float SepalLength { get; set; }

        public float SepalWidth { get; set; }

        public float PetalLength { get; set; }

        public float PetalWidth { get; set; }
    }
}
