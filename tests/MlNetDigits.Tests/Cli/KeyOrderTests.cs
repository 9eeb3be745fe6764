using System.Text.Json;
using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>The tool with models whose classes stand in another order than 0 to 9, or are called otherwise.</summary>
public sealed class KeyOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new(seed: 1);

    public KeyOrderTests() => KeyedDigits.WriteCsv(_folder, "digits.csv", TestDigits.Train.Records.Skip(3).Take(300));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Digit", false)]
    [InlineData("Number", false)]
    [InlineData("Digit", true)]
    [InlineData("Number", true)]
    public void Evaluate_KeysInOrderOfAppearance_CountsByValue(string column, bool isKeyInside)
    {
        Save(column, isKeyInside);

        var report = Run("evaluate", "--data", "digits.csv", "--json").Json.GetProperty("report");

        Assert.True(report.GetProperty("microAccuracy").GetDouble() > 0.8, $"{report}");
        Assert.Equal(
            TestDigits.Train.Records.Skip(3).Take(300).GroupBy(record => record.Label).Select(group => (int?)group.Count()),
            report.GetProperty("classes").EnumerateArray().Select(metrics => (int?)metrics.GetProperty("support").GetInt32()));
    }

    [Theory]
    [InlineData("Digit", false)]
    [InlineData("Number", false)]
    [InlineData("Number", true)]
    public void Predict_KeysInOrderOfAppearance_TheDigitHasTheBestScore(string column, bool isKeyInside)
    {
        Save(column, isKeyInside);

        var json = Run("predict", "digits.csv", "--limit", "60", "--json").Json;

        var predictions = json.GetProperty("predictions").EnumerateArray().ToArray();
        Assert.All(predictions, prediction => Assert.Equal(
            prediction.GetProperty("scores").EnumerateObject().MaxBy(score => score.Value.GetDouble()).Name,
            $"{prediction.GetProperty("digit").GetInt32()}"));
        Assert.All(predictions, prediction => Assert.Equal(
            prediction.GetProperty("right").GetBoolean(), prediction.GetProperty("digit").GetInt32() == prediction.GetProperty("label").GetInt32()));
        Assert.True(json.GetProperty("accuracy").GetProperty("accuracy").GetDouble() > 0.8);
    }

    [Fact]
    public void Predict_OneDigit_EachScoreHasTheNameOfItsClass()
    {
        Save("Digit", isKeyInside: false);

        var run = Run("predict", "digits.csv", "--limit", "1");

        var digit = TestDigits.Train.Records.Skip(3).First().Label;
        Assert.StartsWith($"digits.csv, line 1: {digit}, right", run.Output, StringComparison.Ordinal);
        Assert.Contains($"> {digit}  0.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_ClassesThatAreWords_AreTheAnswersAndNotComparedWithNumbers()
    {
        Save("Word", isKeyInside: false);

        var json = Run("predict", "digits.csv", "--limit", "3", "--json").Json;

        Assert.All(json.GetProperty("predictions").EnumerateArray(), prediction =>
        {
            Assert.Equal(
                prediction.GetProperty("scores").EnumerateObject().MaxBy(score => score.Value.GetDouble()).Name,
                prediction.GetProperty("digit").GetString());
            Assert.Equal(JsonValueKind.Null, prediction.GetProperty("right").ValueKind);
        });
        Assert.Contains("so they are not compared", json.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ClassesThatAreWords_IsRefusedWithBoth()
    {
        Save("Word", isKeyInside: false);

        var run = Run("evaluate", "--data", "digits.csv");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("does not tell which labels of a file stand for its classes (", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Backquery_KeysInOrderOfAppearance_AsksForTheClassOfThatName()
    {
        Save("Number", isKeyInside: false);

        var json = Run("backquery", "--json").Json;

        Assert.Equal(Enumerable.Range(0, 10), json.GetProperty("digits").EnumerateArray().Select(digit => digit.GetProperty("digit").GetInt32()));
        Assert.All(json.GetProperty("digits").EnumerateArray(), digit => Assert.Equal(
            digit.GetProperty("scores").EnumerateObject().MaxBy(score => score.Value.GetDouble()).Name, $"{digit.GetProperty("answer").GetInt32()}"));
        Assert.True(json.GetProperty("recognized").GetInt32() > 5);
    }

    private void Save(string column, bool isKeyInside)
    {
        if (isKeyInside)
            KeyedDigits.SaveWithKeyInside(_ml, column, _folder.File("model.zip"));
        else
            KeyedDigits.Save(_ml, column, _folder.File("model.zip"));
    }

    private DigitsRun Run(string verb, params string[] arguments)
        => DigitsRun.Run(_folder, [verb, "--model", "model.zip", .. arguments]);
}
