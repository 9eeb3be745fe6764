using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Training;

/// <summary>The trainer in the places where ML.NET users put trainers.</summary>
public class PipelineTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Fit_AfterOtherTransformsAndACacheCheckpoint_LearnsDigits()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 1500);
        var pipeline = _ml.Transforms.ScalePixels("Scaled")
            .Append(_ml.Transforms.Concatenate("Features", "Scaled"))
            .AppendCacheCheckpoint(_ml)
            .Append(_ml.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 60))
            .Append(_ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

        var scored = pipeline.Fit(data).Transform(DigitView.Create(_ml, TestDigits.Test, 500));

        var right = scored.GetColumn<string>("PredictedLabel").Zip(TestDigits.Test.Records)
            .Count(pair => pair.First == $"{pair.Second.Label}");
        Assert.True(right > 400, $"{right} of 500");
    }

    [Fact]
    public void Evaluate_FittedPipeline_GivesAConfusionMatrixWithClassNames()
    {
        var model = DigitView.Pipeline(_ml).Fit(DigitView.Create(_ml, TestDigits.Train, 1000));

        var metrics = _ml.MulticlassClassification.Evaluate(model.Transform(DigitView.Create(_ml, TestDigits.Test, 200)));

        Assert.Equal(10, metrics.ConfusionMatrix.NumberOfClasses);
        Assert.Equal(200, metrics.ConfusionMatrix.Counts.Sum(row => row.Sum()));
        var table = metrics.ConfusionMatrix.GetFormattedConfusionTable();
        Assert.All(Enumerable.Range(0, 10), digit => Assert.Contains($" {digit} ", table, StringComparison.Ordinal));
    }

    [Fact]
    public void CrossValidate_ThreeFolds_EachLearns()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 1500);

        var folds = _ml.MulticlassClassification.CrossValidate(data, DigitView.Pipeline(_ml), numberOfFolds: 3);

        Assert.Equal(3, folds.Count);
        Assert.All(folds, fold => Assert.True(fold.Metrics.MicroAccuracy > 0.7, $"{fold.Metrics.MicroAccuracy}"));
    }

    [Fact]
    public void TrainTestSplit_FitOnOnePart_PredictsTheOther()
    {
        var split = _ml.Data.TrainTestSplit(DigitView.Create(_ml, TestDigits.Train, 1500), testFraction: 0.2);

        var model = DigitView.Pipeline(_ml).Fit(split.TrainSet);

        var accuracy = _ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy;
        Assert.True(accuracy > 0.7, $"{accuracy}");
    }

    [Fact]
    public void PermutationFeatureImportance_OneFeatureTellsTheClass_IsTheMostImportant()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 300).Select(i => new Measured
        {
            Name = i % 2 == 0 ? "low" : "high",
            Features = [random.NextSingle(), i % 2, random.NextSingle()],
        });
        var data = _ml.Data.LoadFromEnumerable(rows);
        data = _ml.Transforms.Conversion.MapValueToKey("Label", "Name").Fit(data).Transform(data);
        var model = _ml.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 5, learningRate: 0.5f, epochs: 20).Fit(data);

        var importance = _ml.MulticlassClassification.PermutationFeatureImportance(model, model.Transform(data), permutationCount: 3);

        var loss = importance.Select(feature => feature.MicroAccuracy.Mean).ToArray();
        Assert.Equal(3, loss.Length);
        Assert.True(loss[1] < -0.3 && loss[0] > -0.1 && loss[2] > -0.1, string.Join(" ", loss));
    }

    [Fact]
    public void CreatePredictionEngine_RawPixels_GivesTheScoresOfTransform()
    {
        var model = DigitView.Pipeline(_ml).Fit(DigitView.Create(_ml, TestDigits.Train, 500));
        var expected = model.Transform(DigitView.Create(_ml, TestDigits.Test, 20)).GetColumn<float[]>("Score").ToArray();
        using var engine = _ml.Model.CreatePredictionEngine<DigitRow, DigitPrediction>(model);

        var predictions = DigitView.Rows(TestDigits.Test, 20).Select(engine.Predict).ToArray();

        Assert.Equal(expected, predictions.Select(prediction => prediction.Score));
        Assert.All(predictions, prediction => Assert.Equal(
            Array.IndexOf(prediction.Score, prediction.Score.Max()) + 1, (int)prediction.PredictedLabel));
    }

    [Fact]
    public void Transform_FittedModel_AgreesWithQuery()
    {
        var model = DigitView.Pipeline(_ml).Fit(DigitView.Create(_ml, TestDigits.Train, 200));
        var network = model.LastTransformer.Model;

        var scores = model.Transform(DigitView.Create(_ml, TestDigits.Test, 10)).GetColumn<float[]>("Score");

        Assert.Equal(scores, TestDigits.Test.Take(10).Features.Select(features => network.Query(features)));
    }

    internal sealed class Measured
    {
        public string Name { get; set; } = "";

        [VectorType(3)]
        public float[] Features { get; set; } = [];
    }
}
