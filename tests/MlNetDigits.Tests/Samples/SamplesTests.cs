using System.Globalization;
using System.Text.RegularExpressions;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Samples;

/// <summary>Each sample program, run on small data from a folder that is not the repository's.</summary>
public sealed class SamplesTests(BuiltSamples samples, SampleData data) : IClassFixture<BuiltSamples>, IClassFixture<SampleData>
{
    [Fact]
    public void Network_Untrained_AnswersWhatItsWeightsGiveByHand()
    {
        var lines = samples.Run("01-network.cs", data.Folder).Lines;

        double[][] rows = [.. lines[1..11].Select(Numbers)];
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => (double)digit), rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal(row[1], row[2], 1e-4));
        Assert.Contains($"its answer is {rows.MaxBy(row => row[1])![0]}", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Training_CsvFile_PrintsTheErrorsOfTheReference()
    {
        var lines = samples.Run("02-training.cs", data.Folder, data.Folder.File("digits-train.csv")).Lines;

        double[][] rows = [.. lines[1..].Select(Numbers)];
        Assert.Equal(SampleData.TrainCount, rows.Sum(row => row[0]));
        Assert.Equal(data.ErrorOfOneEpoch, rows.Sum(row => row[0] * row[1]) / SampleData.TrainCount, 1e-3);
        Assert.True(rows[^1][1] < rows[0][1] / 2, string.Join('\n', lines));
    }

    [Fact]
    public void Scorecard_SmallData_IsTheReferencesAndPerformanceItsShareOfOnes()
    {
        // Named from the working folder: a reader's paths are the reader's.
        var lines = samples.Run("03-scorecard.cs", data.Folder, ".").Lines;

        int[] scorecard = [.. string.Concat(lines[..^1]).Select(mark => mark - '0')];
        Assert.Equal(scorecard.Average(), PerformanceIn(lines[^1]), 1e-4);

        // A digit on the edge may fall to either side in single precision.
        Assert.InRange(scorecard.Zip(data.ScorecardOfOneEpoch).Count(marks => marks.First != marks.Second), 0, 1);
        Assert.InRange(scorecard.Average(), 0.7, 1);
    }

    [Fact]
    public void FullData_SmallData_CountsTheRightAnswersOfTheReference()
    {
        var lines = samples.Run("04-full-data.cs", data.Folder, data.Folder.Path).Lines;

        Assert.Equal(SampleData.TrainCount, Numbers(lines[0])[0]);
        var (right, asked) = (Numbers(lines[1])[0], Numbers(lines[1])[1]);
        Assert.Equal(data.TestLabels.Count, asked);
        Assert.InRange(right, data.ScorecardOfOneEpoch.Sum() - 1, data.ScorecardOfOneEpoch.Sum() + 1);
        Assert.Equal(right / asked, PerformanceIn(lines[2]), 1e-4);
    }

    [MnistFact]
    public void FullData_Mnist_ReadsMoreThan95PercentAfterOneEpoch()
    {
        var lines = samples.Run("04-full-data.cs", data.Folder, MnistFolder.Path!).Lines;

        Assert.Equal(60_000, Numbers(lines[0])[0]);
        Assert.InRange(PerformanceIn(lines[2]), 0.95, 0.97);
    }

    [Fact]
    public void FullData_NotThere_SaysHowToGetIt()
    {
        var process = samples.RunToItsEnd("04-full-data.cs", data.Folder, "nowhere");

        Assert.Equal(1, process.ExitCode);
        Assert.Contains(data.Folder.File("nowhere"), process.Error, StringComparison.Ordinal);
        Assert.Contains("data download", process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Epochs_SmallData_StartWithTheReferencesAndEndWithEveryDigitByHeart()
    {
        var lines = samples.Run("05-epochs.cs", data.Folder, data.Folder.Path).Lines;

        double[][] rows = [.. lines[1..].Select(Numbers)];
        Assert.Equal(Enumerable.Range(1, 10).Select(epoch => (double)epoch), rows.Select(row => row[0]));
        Assert.Equal(data.ErrorOfOneEpoch, rows[0][1], 1e-3);
        Assert.Equal(data.ScorecardOfOneEpoch.Average(), rows[0][3], 0.0051);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second[1] < pair.First[1], string.Join('\n', lines)));
        Assert.InRange(rows[^1][2], 0.98, 1);
        Assert.InRange(rows[^1][3], 0.8, rows[^1][2]);
    }

    [Fact]
    public void LoadAndPredict_ModelOfTheRepository_ReadsTheFirstThreeDigits()
    {
        var lines = samples.Run("06-load-and-predict.cs", data.Folder, RepositoryFolder.Combine("models", "digits.zip"), data.Folder.Path).Lines;

        double[][] answers = [.. lines.Where(line => line.StartsWith("read as", StringComparison.Ordinal)).Select(Numbers)];
        Assert.Equal(data.TestLabels.Take(3).Select(label => (double)label), answers.Select(answer => answer[0]));
        Assert.Equal(answers.Select(answer => answer[0]), answers.Select(answer => answer[2]));
        Assert.All(answers, answer => Assert.InRange(answer[1], 0.5, 1));
        Assert.Equal(3 * DigitFormat.Rows / 2, lines.Length - 3);
    }

    [Fact]
    public void CrossValidate_SmallData_PrintsFiveFoldsTheirMeanAndDeviation()
    {
        var lines = samples.Run("07-cross-validate.cs", data.Folder, data.Folder.Path).Lines;

        double[] accuracies = [.. lines[..^1].Select(line => Numbers(line)[1])];
        Assert.Equal(5, accuracies.Length);
        Assert.All(accuracies, accuracy => Assert.InRange(accuracy, 0.7, 1));
        var mean = accuracies.Average();
        var deviation = Math.Sqrt(accuracies.Sum(accuracy => (accuracy - mean) * (accuracy - mean)) / 4);
        var summary = Numbers(lines[^1]);
        Assert.Equal(mean, summary[0], 2e-4);
        Assert.Equal(deviation, summary[1], 2e-4);
        Assert.Equal(SampleData.TrainCount, summary[2]);
    }

    [Fact]
    public void Compose_SentencesOfThreeLanguages_NamesEachLanguage()
    {
        var lines = samples.Run(
            "08-compose.cs", data.Folder, "We walked to the river with the dog.", "Wir sind mit dem Hund an den Fluss gegangen.", "Nous avons marché avec le chien.").Lines;

        Assert.Equal(["English", "German", "French"], lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.InRange(Numbers(line)[0], 0, 1));
    }

    /// <summary>Run as its page says: it has both kinds of directive.</summary>
    [Fact]
    public void CompareLightGbm_SmallData_BothLearnToReadMostDigits()
    {
        var lines = SampleProcess.DotnetRun("09-compare-lightgbm.cs", data.Folder, data.Folder.Path).Lines;

        Assert.Equal([SampleData.TrainCount, data.TestLabels.Count], Numbers(lines[0]));
        Assert.Equal(["SigmoidNetwork", "LightGbm"], lines[1..].Select(line => line.Split(' ')[0]));
        Assert.All(lines[1..], line => Assert.InRange(Numbers(line)[0], 0.7, 1));
    }

    [Fact]
    public void OwnImages_FolderOfPictures_ReadsThemAndCountsTheRightOnes()
    {
        var lines = samples.Run("10-own-images.cs", data.Folder, data.Pictures, RepositoryFolder.Combine("models", "digits.zip")).Lines;

        var readings = lines[..^1].Select(line => Regex.Match(line, @"^mine\d\d_(?<label>\d)\.png: (?<answer>\d)(, not sure of 1)?$")).ToArray();
        Assert.Equal(data.TestLabels.Take(20), readings.Select(reading => int.Parse(reading.Groups["label"].Value, CultureInfo.InvariantCulture)));
        var share = readings.Average(reading => reading.Groups["label"].Value == reading.Groups["answer"].Value ? 1.0 : 0.0);
        Assert.Equal(share, PerformanceIn(lines[^1]), 1e-4);
        Assert.InRange(share, 0.8, 1);
        Assert.Equal(20, Numbers(lines[^1])[1]);
    }

    [Fact]
    public void OwnImages_NoPictures_SaysWhatToDo()
    {
        var process = samples.RunToItsEnd("10-own-images.cs", data.Folder, "nowhere");

        Assert.Equal(1, process.ExitCode);
        Assert.Contains($"no PNG or JPEG files in {data.Folder.File("nowhere")}", process.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TorchModule_SmallData_ReadsAsManyAsTheModel()
    {
        var lines = samples.Run("11-torch-module.cs", data.Folder, data.Folder.Path).Lines;

        Assert.Equal(["hidden.weight: 200 x 784", "output.weight: 10 x 200"], lines[..2]);
        double[] performances = [.. lines[2..].Select(line => Numbers(line)[0])];
        Assert.Equal(2, performances.Length);

        // A digit on the edge may fall to either side.
        Assert.Equal(performances[0], performances[1], 1.5 / data.TestLabels.Count);
        Assert.InRange(performances[0], 0.7, 1);
    }

    [Fact]
    public void OwnLoader_SmallData_SeesEachRowAndReadsMostDigits()
    {
        var lines = samples.Run("12-own-loader.cs", data.Folder, data.Folder.File("digits-train.csv"), data.Folder.File("digits-test.csv")).Lines;

        Assert.Equal([SampleData.TrainCount, SampleData.TrainCount], Numbers(lines[0]));
        Assert.Equal(data.TestLabels.Take(5).Select(label => (double)label), lines[1..6].Select(line => Numbers(line)[1]));
        Assert.InRange(Numbers(lines[^1])[0], 0.7, 1);
    }

    private static double PerformanceIn(string line)
    {
        Assert.StartsWith("performance = ", line, StringComparison.Ordinal);
        return Numbers(line)[0];
    }

    private static double[] Numbers(string line)
        => [.. Regex.Matches(line, @"\d+(\.\d+)?").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
}
