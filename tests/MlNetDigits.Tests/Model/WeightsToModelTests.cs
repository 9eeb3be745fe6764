using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Model;

/// <summary>A network that was trained by hand becomes a model like any other.</summary>
public sealed class WeightsToModelTests : IDisposable
{
    private static readonly string TestFile = Path.Combine(AppContext.BaseDirectory, "data", "digits-test.csv");

    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new(seed: 1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SaveDigitModel_NetworkTrainedByHand_LoadsWithTheSameWeightsAndClassNames()
    {
        var weights = Train(records: 20);

        weights.SaveDigitModel(_ml, _folder.File("made/digits.zip"));

        var loaded = ModelFile.Load(new MLContext(), _folder.File("made/digits.zip"));
        Assert.Equal(weights.HiddenWeights.ToArray(), loaded.Network.Weights.HiddenWeights.ToArray());
        Assert.Equal(weights.OutputWeights.ToArray(), loaded.Network.Weights.OutputWeights.ToArray());
        Assert.True(DigitFormat.ClassNames.SequenceEqual(loaded.ClassNames));
    }

    [Fact]
    public void ToDigitModel_NetworkTrainedByHand_IsEvaluatedAsItsOwnAnswersCount()
    {
        var weights = Train(records: 500);
        var digits = TestDigits.Test.Take(1000);
        var right = digits.Features.Zip(digits.Labels).Count(record => Best(weights.Query(record.First)) == record.Second);

        var report = ModelEvaluation.Evaluate(_ml, weights.ToDigitModel(_ml), DigitData.Load(_ml, TestFile).View);

        Assert.Equal(1000, report.RowsEvaluated);
        Assert.Equal(right, report.Confusion.Right);
        Assert.InRange(right, 600, 1000);
    }

    [Fact]
    public void ToDigitModel_ScaledInAnotherWay_ScoresPixelsInThatWay()
    {
        var weights = Train(records: 20);
        var scaling = new PixelScaling(Range: 100, Factor: 2, Offset: -1);
        var digits = DigitData.Load(_ml, TestFile).View;

        var scored = weights.ToDigitModel(_ml, scaling).Transform(digits);

        float[] inputs = [.. scored.GetColumn<float[]>("Pixels").First().Select(pixel => (pixel / 100 * 2) - 1)];
        var expected = new ReferenceNetwork(weights).Query(inputs);
        Assert.All(scored.GetColumn<float[]>("Score").First().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void ToDigitModel_NetworkOfAnotherSize_Throws()
    {
        using var network = new SigmoidNetwork(4, 3, 10, seed: 1);

        var error = Assert.Throws<ArgumentException>(() => network.Weights.ToDigitModel(_ml));

        Assert.Contains("not 4 and 10", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pixels", "Label", true)]
    [InlineData("Label", "Label", false)]
    [InlineData("Nothing", "Label", false)]
    [InlineData("Pixels", "Pixels", false)]
    [InlineData("Pixels", "Nothing", false)]
    public void ToTransformer_ColumnsOfTheSchema_AreChecked(string features, string label, bool fits)
    {
        var schema = DigitData.FromRecords(_ml, []).Schema;
        var weights = Train(records: 1);

        var error = Record.Exception(() => weights.ToTransformer(_ml, schema, features, label));

        if (fits)
            Assert.Null(error);
        else
            Assert.Contains("The network needs a", Assert.IsType<ArgumentException>(error).Message, StringComparison.Ordinal);
    }

    private static NetworkWeights Train(int records)
    {
        using var network = new SigmoidNetwork(784, 40, 10, seed: 1);
        var digits = TestDigits.Train.Take(records);
        foreach (var (inputs, label) in digits.Features.Zip(digits.Labels))
            network.Train(inputs, [.. Enumerable.Range(0, 10).Select(digit => digit == label ? 0.99f : 0.01f)]);
        return network.Weights;
    }

    private static int Best(float[] scores) => Array.IndexOf(scores, scores.Max());
}
