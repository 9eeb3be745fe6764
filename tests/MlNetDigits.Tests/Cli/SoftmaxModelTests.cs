using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>The tool shows the scores of the model, and is as sure of them as such scores allow.</summary>
public sealed class SoftmaxModelTests : IDisposable
{
    private const int Rows = 200;

    private readonly TemporaryFolder _folder = new();
    private readonly ReferenceNetwork _reference;

    public SoftmaxModelTests()
    {
        var ml = new MLContext();
        var weights = ModelFile.Load(ml, DigitsModel.Path).Network.Weights;
        weights.SaveDigitModel(ml, _folder.File("m.zip"), scoreNormalization: ScoreNormalization.Softmax);
        _folder.Write("test.csv", string.Join(
            '\n', TestDigits.Test.Records.Take(Rows).Select(record => $"{record.Label},{string.Join(',', record.Pixels)}")) + "\n");
        _reference = new ReferenceNetwork(weights);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_Json_HasProbabilitiesAndTheMarginThatSuitsThem()
    {
        var json = Run("predict", "--model", "m.zip", "test.csv", "--limit", $"{Rows}", "--json").Json;

        Assert.Equal(0.8, json.GetProperty("leastMargin").GetDouble());
        var predictions = json.GetProperty("predictions").EnumerateArray().ToArray();
        Assert.Equal(Rows, predictions.Length);
        Assert.All(predictions.Zip(Probabilities()), row =>
        {
            var scores = row.First.GetProperty("scores").EnumerateObject().Select(score => score.Value.GetDouble());
            Assert.All(row.Second.Zip(scores), score => Assert.Equal(score.First, score.Second, 1e-5));
            Assert.Equal(MarginOf(row.Second) >= 0.8, row.First.GetProperty("sure").GetBoolean());
        });
        Assert.Contains(predictions, prediction => Margin(prediction) is > 0.6 and < 0.9);
    }

    [Fact]
    public void Predict_Text_ShowsProbabilities()
    {
        var best = Probabilities().First().Max();

        var run = Run("predict", "--model", "m.zip", "test.csv", "--limit", "1");

        Assert.Contains(best.ToString("F4", CultureInfo.InvariantCulture), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_LogLoss_IsThatOfTheProbabilities()
    {
        var expected = Probabilities().Zip(TestDigits.Test.Take(Rows).Labels).Average(row => -Math.Log(row.First[row.Second]));

        var json = Run("evaluate", "--model", "m.zip", "--data", "test.csv", "--json").Json.GetProperty("report");

        Assert.Equal(expected, json.GetProperty("logLoss").GetDouble(), 1e-5);
        Assert.Equal("softmaxScores", json.GetProperty("logLossOf").GetString());
    }

    [Fact]
    public void Inspect_OutputNodes_AreStillSigmoids()
    {
        var expected = TestDigits.Test.Take(Rows).Features.Average(row => _reference.Query(row)[0]);

        var json = Run("inspect", "--model", "m.zip", "--data", "test.csv", "--json").Json;

        var node = json.GetProperty("activity").GetProperty("output").GetProperty("nodes")[0];
        Assert.Equal(expected, node.GetProperty("mean").GetDouble(), 1e-5);
    }

    private static double Margin(JsonElement prediction) => prediction.GetProperty("margin").GetDouble();

    private static double MarginOf(double[] scores)
        => scores.OrderDescending().ToArray() is [var best, var second, ..] ? best - second : 0;

    private IEnumerable<double[]> Probabilities()
        => TestDigits.Test.Take(Rows).Features.Select(row => _reference.Softmax(row));

    private DigitsRun Run(params string[] arguments)
    {
        var run = DigitsRun.Run(_folder, arguments);
        Assert.Equal(0, run.ExitCode);
        return run;
    }
}
