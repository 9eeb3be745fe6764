using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Data from which nothing can be learned as it stands is told of before it is learned from.</summary>
public class OrderCheckTests
{
    private const string Sorted = "records are sorted by class and learned from in that order";
    private const string OneClass = "records are of one class, 'one': the model will give this answer whatever it is asked";

    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_RecordsOfOneClass_WarnsOfThatAlone(bool shuffles)
        => Assert.StartsWith($"All 60 {OneClass}", Assert.Single(Warnings(Enumerable.Repeat(1, 60), new() { Shuffle = shuffles })), StringComparison.Ordinal);

    [Fact]
    public void Fit_OneRecord_WarnsInTheSingular()
        => Assert.StartsWith("The only record is of one class, 'one':", Assert.Single(Warnings([1], new())), StringComparison.Ordinal);

    [Fact]
    public void Fit_OneClassOfAKeyOfSeveral_Warns()
    {
        var rows = _ml.Data.SkipRows(NamedRecords.Keyed(_ml, "Word", [0, 2, .. Enumerable.Repeat(1, 60)]), 2);

        Assert.StartsWith($"All 60 {OneClass}", Assert.Single(Warnings(rows, new())), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_SortedRecords_WarnsUnlessTheyAreShuffled()
    {
        int[] sorted = [.. Enumerable.Repeat(3, 20), .. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(1, 25)];

        Assert.Contains($"The 75 {Sorted}", Assert.Single(Warnings(sorted, new())), StringComparison.Ordinal);
        Assert.DoesNotContain(Warnings(sorted, new() { Shuffle = true }), warning => warning.Contains(Sorted, StringComparison.Ordinal));
        Assert.DoesNotContain(Warnings(sorted, new() { BatchSize = 75 }), warning => warning.Contains(Sorted, StringComparison.Ordinal));
    }

    [Fact]
    public void Fit_TwoSortedFilesOneBehindTheOther_Warns()
    {
        var once = Enumerable.Range(0, 4).SelectMany(kind => Enumerable.Repeat(kind, 25)).ToArray();

        Assert.Contains(Sorted, Assert.Single(Warnings([.. once, .. once], new())), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Warning_ComesBeforeTheFirstEpoch()
    {
        var told = new List<string>();
        _ml.Log += (_, entry) =>
        {
            if (entry.RawMessage.Contains(Sorted, StringComparison.Ordinal) || entry.RawMessage.StartsWith("Epoch 1:", StringComparison.Ordinal))
                told.Add(entry.RawMessage[..3]);
        };

        Warnings([.. Enumerable.Repeat(0, 50), .. Enumerable.Repeat(1, 50)], new());

        Assert.Equal(["The", "Epo"], told);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void FindProblem_OrderByChance_SaysNothing(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var (count, classes) = (random.Next(2, 400), random.Next(2, 12));
            var labels = Enumerable.Range(0, count).Select(_ => random.Next(random.Next(1, classes + 1))).ToArray();
            labels[random.Next(count)] = (labels[0] + 1) % classes;
            if (labels.Distinct().Count() < 2 || count < 10)
                continue;

            Assert.Null(OrderCheck.FindProblem(Records(labels), new(), ClassNames.OfIndices(classes)));
        }
    }

    [Fact]
    public void Fit_TheSample_WarnsOfNothing()
        => Assert.Empty(DigitView.Pipeline(_ml, DigitView.Small with { Epochs = 1 }).Fit(DigitView.Create(_ml, TestDigits.Train, 1000)).LastTransformer.Model.TrainingSummary!.Warnings);

    [Fact]
    public void Fit_StreamedRecordsOfOneClass_WarnsOnce()
        => Assert.StartsWith($"All 60 {OneClass}", Assert.Single(Warnings(Enumerable.Repeat(1, 60), new() { Streaming = true, Epochs = 2 })), StringComparison.Ordinal);

    [Fact]
    public void Fit_StreamedAndSorted_WarnsInTheFirstBlock()
    {
        int[] sorted = [.. Enumerable.Repeat(1, 9000), .. Enumerable.Repeat(0, 1000)];

        var warning = Assert.Single(Warnings(sorted, new() { Streaming = true, Epochs = 2 }));

        Assert.StartsWith("The first 8192 records are all of one class, 'one', and learned from in that order", warning, StringComparison.Ordinal);
        Assert.Contains("Mix the data beforehand, or keep it in memory and turn on shuffling", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_StreamedMixedAndThenSorted_WarnsAfterTheFirstPass()
    {
        int[] labels = [.. NamedRecords.Repeat(2100, 0, 1, 2, 3), .. Enumerable.Range(0, 4).SelectMany(kind => Enumerable.Repeat(kind, 20_000))];

        Assert.StartsWith($"The 88400 {Sorted}", Assert.Single(Warnings(labels, new() { Streaming = true, HiddenNodes = 2, Epochs = 1 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_StreamedInGoodOrder_WarnsOfNothing()
        => Assert.Empty(Warnings(NamedRecords.Repeat(40, 2, 0, 1), NamedRecords.Options with { Streaming = true }));

    private static RecordBlock Records(int[] labels)
        => RecordBlock.All(new MadeRecords([.. labels.Select(_ => new float[] { 1 })], labels, labels.Max() + 1).ToTrainingRecords());

    private string[] Warnings(IEnumerable<int> classes, SigmoidNetworkOptions options)
        => Warnings(NamedRecords.Keyed(_ml, "Word", classes), options);

    private string[] Warnings(IDataView rows, SigmoidNetworkOptions options)
        => [.. NamedRecords.Trainer(_ml, options).Fit(rows).Model.TrainingSummary!.Warnings];
}
