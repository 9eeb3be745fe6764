using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>Files that teach nothing as they stand: sorted by label, or of one digit.</summary>
public sealed class SortedDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SortedDataTests()
    {
        var digits = TestDigits.Train.Records.Take(400).ToArray();
        KeyedDigits.WriteCsv(_folder, "sorted.csv", digits.OrderBy(digit => digit.Label));
        KeyedDigits.WriteCsv(_folder, "sevens.csv", digits.Where(digit => digit.Label == 7));
        KeyedDigits.WriteCsv(_folder, "mixed.csv", digits);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sorted.csv")]
    [InlineData("sorted.csv", "--stream")]
    public void Train_SortedFile_WarnsBeforeItIsLearnedFrom(params string[] arguments)
    {
        var run = Train(arguments);

        var warning = Array.FindIndex(run.ErrorLines, line => line.StartsWith("warning: The 400 records are sorted by class", StringComparison.Ordinal));
        var epoch = Array.FindIndex(run.ErrorLines, line => line.TrimStart().StartsWith("1 ", StringComparison.Ordinal));
        Assert.InRange(warning, 0, epoch);
        Assert.Contains("records are sorted by class", run.Json.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mixed.csv")]
    [InlineData("sorted.csv", "--shuffle")]
    public void Train_MixedOrShuffled_WarnsOfNothing(params string[] arguments)
        => Assert.Equal(0, Train(arguments).Json.GetProperty("warnings").GetArrayLength());

    [Fact]
    public void Train_OneDigit_SaysWhatThatMeansAndReports()
    {
        var run = Train("sevens.csv", "--test", "sevens.csv");

        Assert.Contains("records are of one class, '7'", Assert.Single(run.ErrorLines, line => line.StartsWith("warning:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, run.Json.GetProperty("report").GetProperty("microAccuracy").GetDouble());
    }

    [Fact]
    public void Sweep_SortedFile_Warns()
    {
        var run = DigitsRun.Run(
            _folder, "sweep", "--data", "sorted.csv", "--test", "mixed.csv", "--hidden", "10", "--epochs", "1", "--learning-rate", "0.1", "--seeds", "1", "--json");

        Assert.Contains("records are sorted by class", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("records are sorted by class", run.Json.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    private DigitsRun Train(params string[] arguments) => DigitsRun.Run(
        _folder, ["train", "--data", .. arguments, "--epochs", "3", "--hidden", "20", "--seed", "1", "--json"]);
}
