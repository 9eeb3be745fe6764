using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Model;

/// <summary>Models whose scores are probabilities, against double precision.</summary>
public class SoftmaxScoresTests
{
    private const int Rows = 100;

    private static readonly MadeRecords Digits = TestDigits.Test.Take(Rows);

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Transform_Digits_ScoresAreTheSoftmaxOfTheSums()
    {
        var model = Fit();

        var scored = model.Transform(DigitView.Create(_ml, TestDigits.Test, Rows));

        AssertProbabilities(Expected(model), [.. scored.GetColumn<float[]>("Score")]);
    }

    [Fact]
    public void CreatePredictionEngine_Digits_GivesTheScoresAndLabelsOfTransform()
    {
        var model = Fit();
        var scored = model.Transform(DigitView.Create(_ml, TestDigits.Test, Rows));
        using var engine = _ml.Model.CreatePredictionEngine<DigitRow, DigitPrediction>(model);

        DigitPrediction[] predictions = [.. DigitView.Rows(TestDigits.Test, Rows).Select(engine.Predict)];

        Assert.Equal(scored.GetColumn<float[]>("Score"), predictions.Select(prediction => prediction.Score));
        Assert.Equal(scored.GetColumn<uint>("PredictedLabel"), predictions.Select(prediction => prediction.PredictedLabel));
        AssertProbabilities(Expected(model), [.. predictions.Select(prediction => prediction.Score)]);
    }

    [Fact]
    public void Transform_SparseRows_ScoresAreTheSoftmaxOfTheSums()
    {
        var network = Fit().LastTransformer.Model.Weights;
        float[][] dense = [.. Digits.Features.Select(row => row.Select(value => value > 0.1f ? value : 0).ToArray())];
        var data = DigitView.Create(_ml, dense.Select(row => new SparseRow { Label = "1", Features = Sparse(row) }));

        var scored = network.ToTransformer(_ml, data.Schema, scoreNormalization: ScoreNormalization.Softmax).Transform(data);

        Assert.All(scored.GetColumn<VBuffer<float>>("Features"), row => Assert.False(row.IsDense));
        var reference = new ReferenceNetwork(network);
        AssertProbabilities([.. dense.Select(row => reference.Softmax(row))], [.. scored.GetColumn<float[]>("Score")]);
    }

    // All outputs are 1 to single precision, so that as scores they say nothing.
    [Fact]
    public void Transform_SumsInTheHundreds_GivesFiniteScoresAndTheLabelOfTheGreatestSum()
    {
        var random = new Random(1);
        var network = new NetworkWeights(
            784, 30, 10, [.. Draw(random, 784 * 30).Select(value => value - 0.5f)], [.. Draw(random, 300).Select(value => value * 60)]);
        var model = network.ToDigitModel(_ml, scoreNormalization: ScoreNormalization.Softmax);
        var reference = new ReferenceNetwork(network);
        double[][] sums = [.. Digits.Features.Select(row => reference.Sums(row))];

        var scored = model.Transform(DigitView.Create(_ml, TestDigits.Test, Rows));

        Assert.All(Digits.Features, row => Assert.All(network.Query(row), output => Assert.Equal(1f, output)));
        Assert.All(sums, row => Assert.InRange(row.Max(), 200, 2000));
        Assert.All(scored.GetColumn<float[]>("Score"), row => Assert.True(row.All(float.IsFinite)));
        Assert.Equal(
            sums.Select(row => (uint)Array.IndexOf(row, row.Max()) + 1), scored.GetColumn<uint>("PredictedLabel"));
    }

    [Fact]
    public void Transform_FeatureIsNotANumber_NorAreTheScores()
    {
        var rows = DigitView.Rows(TestDigits.Test, 1);
        rows[0].Pixels[300] = float.NaN;

        var scored = Fit().Transform(DigitView.Create(_ml, rows));

        Assert.All(scored.GetColumn<float[]>("Score").Single(), score => Assert.True(float.IsNaN(score)));
    }

    [Fact]
    public void Load_SavedModel_GivesTheSameProbabilities()
    {
        using var folder = new TemporaryFolder();
        var data = DigitView.Create(_ml, TestDigits.Test, Rows);
        var model = Fit();
        _ml.Model.Save(model, data.Schema, folder.File("model.zip"));

        var loaded = ModelFile.Load(new MLContext(), folder.File("model.zip"));

        Assert.Equal(ScoreNormalization.Softmax, loaded.Network.ScoreNormalization);
        Assert.Equal(
            model.Transform(data).GetColumn<float[]>("Score"), loaded.Transformer.Transform(data).GetColumn<float[]>("Score"));
        Assert.Equal(Digits.Features.Select(row => model.LastTransformer.Model.Query(row)), Digits.Features.Select(row => loaded.Network.Query(row)));
    }

    [Fact]
    public void MlNetLoad_NormalizationOfALaterVersion_SaysSoAndWhatToDo()
    {
        using var folder = new TemporaryFolder();
        var weights = new NetworkWeights(784, 1, 10, new float[784], new float[10]);
        weights.SaveDigitModel(_ml, folder.File("later.zip"), scoreNormalization: (ScoreNormalization)9);

        var error = Assert.ThrowsAny<Exception>(() => _ml.Model.Load(folder.File("later.zip"), out _));

        Assert.Equal(
            "The model was made by a later version of MlNetDigits: this version does not know score normalization 9; "
                + "update MlNetDigits to load it.",
            error.GetBaseException().Message);
    }

    [Fact]
    public void Evaluate_Digits_LogLossIsThatOfDoublePrecision()
    {
        var model = Fit();
        var expected = Expected(model).Zip(Digits.Labels).Average(row => -Math.Log(row.First[row.Second]));

        var report = ModelEvaluation.Evaluate(_ml, model, DigitView.Create(_ml, TestDigits.Test, Rows));

        Assert.Equal(expected, report.LogLoss, 1e-5);
        Assert.Equal(ScoreNormalization.Softmax, report.ScoreNormalization);
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];

    private static VBuffer<float> Sparse(float[] row)
    {
        int[] indices = [.. Enumerable.Range(0, row.Length).Where(i => row[i] != 0)];
        return new VBuffer<float>(row.Length, indices.Length, [.. indices.Select(i => row[i])], indices);
    }

    private static double[][] Expected(TransformerChain<MulticlassPredictionTransformer<SigmoidNetworkModelParameters>> model)
    {
        var reference = new ReferenceNetwork(model.LastTransformer.Model.Weights);
        return [.. Digits.Features.Select(row => reference.Softmax(row))];
    }

    private static void AssertProbabilities(double[][] expected, float[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), row =>
        {
            Assert.All(row.First.Zip(row.Second), score => Assert.Equal(score.First, score.Second, 1e-5));
            Assert.Equal(1, row.Second.Sum(score => (double)score), 1e-6);
        });
    }

    private TransformerChain<MulticlassPredictionTransformer<SigmoidNetworkModelParameters>> Fit()
        => DigitView.Pipeline(_ml, DigitView.Small with { ScoreNormalization = ScoreNormalization.Softmax })
            .Fit(DigitView.Create(_ml, TestDigits.Train, 500));

    private sealed class SparseRow
    {
        public string Label { get; set; } = "";

        [VectorType(784)]
        public VBuffer<float> Features { get; set; }
    }
}
