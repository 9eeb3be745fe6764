using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Training;

public class SparseFeaturesTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Fit_SparsePixels_GivesTheWeightsThatDensePixelsGive()
    {
        // Unscaled, a digit is mostly zero.
        var sparse = LoadSparse(200);
        var dense = DigitView.Create(_ml, TestDigits.Train, 200);

        var fromSparse = Fit(sparse);
        var fromDense = Fit(dense);

        Assert.Contains(sparse.GetColumn<VBuffer<float>>("Pixels"), row => !row.IsDense);
        Assert.Equal(fromDense.Model.Weights.HiddenWeights.ToArray(), fromSparse.Model.Weights.HiddenWeights.ToArray());
    }

    [Fact]
    public void Transform_SparsePixels_ScoresAsDenseOnes()
    {
        var model = Fit(LoadSparse(200));

        var sparse = model.Transform(LoadSparse(20)).GetColumn<float[]>("Score");
        var dense = model.Transform(DigitView.Create(_ml, TestDigits.Train, 20)).GetColumn<float[]>("Score");

        Assert.All(sparse.Zip(dense), row => Assert.All(row.First.Zip(row.Second), score => Assert.Equal(score.Second, score.First, 1e-5)));
    }

    [Fact]
    public void Fit_BagOfWords_LearnsTheClassOfATextNeverSeen()
    {
        string[] animals = ["cat dog", "dog horse", "horse cat", "cat cow", "cow dog"];
        string[] tools = ["hammer saw", "saw drill", "drill hammer", "saw nail", "nail drill"];
        var rows = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => i % 2 == 0
            ? new Phrase { Kind = "animal", Text = animals[i / 2 % 5] }
            : new Phrase { Kind = "tool", Text = tools[i / 2 % 5] }));
        var pipeline = _ml.Transforms.Conversion.MapValueToKey("Label", "Kind")
            .Append(_ml.Transforms.Text.ProduceWordBags("Features", "Text"))
            .Append(_ml.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 8, learningRate: 0.5f, epochs: 30))
            .Append(_ml.Transforms.Conversion.MapKeyToValue("Answer", "PredictedLabel"));
        using var engine = _ml.Model.CreatePredictionEngine<Phrase, Answered>(pipeline.Fit(rows));

        Assert.Equal("animal", engine.Predict(new Phrase { Text = "horse cow" }).Answer);
        Assert.Equal("tool", engine.Predict(new Phrase { Text = "hammer nail" }).Answer);
    }

    [Theory]
    [InlineData(1, 784)]
    [InlineData(-1, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    public void FitAndTransform_IndicesThatNoRowCanHave_AreRefused(int first, int second)
    {
        var rows = Rows(first, second);
        var model = Fit(LoadSparse(20));

        Assert.Contains("must rise", Assert.ThrowsAny<Exception>(() => Fit(rows)).ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "must rise",
            Assert.ThrowsAny<Exception>(() => model.Transform(rows).GetColumn<float[]>("Score").Count()).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void FitAndTransform_IndicesThatRise_AreTaken()
        => Assert.Equal(3, Fit(LoadSparse(20)).Transform(Rows(1, 783)).GetColumn<float[]>("Score").Count());

    /// <summary>Three rows of two pixels each.</summary>
    private IDataView Rows(int first, int second) => DigitView.Create(_ml, Enumerable.Range(0, 3).Select(i => new SparseDigit
    {
        Label = $"{i}",
        Pixels = new VBuffer<float>(784, 2, [200f, 100f], [first, second]),
    }));

    private MulticlassPredictionTransformer<SigmoidNetworkModelParameters> Fit(IDataView data)
        => _ml.MulticlassClassification.Trainers.SigmoidNetwork(
            DigitView.Small with { FeatureColumnName = "Pixels", LearningRate = 0.001f }).Fit(data);

    /// <summary>The same digits as <see cref="DigitView.Create"/>, written down by their ink alone.</summary>
    private IDataView LoadSparse(int count)
    {
        return DigitView.Create(_ml, DigitView.Rows(TestDigits.Train, count).Select(row =>
        {
            int[] ink = [.. Enumerable.Range(0, row.Pixels.Length).Where(i => row.Pixels[i] != 0)];
            float[] values = [.. ink.Select(i => row.Pixels[i])];
            return new SparseDigit { Label = row.Label, Pixels = new VBuffer<float>(784, ink.Length, values, ink) };
        }));
    }

    internal sealed class SparseDigit
    {
        public string Label { get; set; } = "";

        [VectorType(784)]
        public VBuffer<float> Pixels { get; set; }
    }

    internal sealed class Phrase
    {
        public string Kind { get; set; } = "";

        public string Text { get; set; } = "";
    }

    internal sealed class Answered
    {
        public string Answer { get; set; } = "";
    }
}
