using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Records that are measured on are of the class that their label's value says.</summary>
public class MeasuredClassesTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData("Text")]
    [InlineData("Number")]
    [InlineData("Word")]
    public void Fit_ValidationSetKeyedForItself_IsMeasuredAsOneThatIsKeyedAlike(string column)
    {
        var rows = NamedRecords.Of(_ml, NamedRecords.Repeat(20, 2, 0, 1));
        var keys = _ml.Transforms.Conversion.MapValueToKey("Label", column).Fit(rows);
        var training = keys.Transform(rows);

        var alike = Validate(training, keys.Transform(NamedRecords.Of(_ml, 0, 1, 2)));

        Assert.Equal(alike, Validate(training, NamedRecords.Keyed(_ml, column, 0, 1, 2)));
        Assert.Equal(1, alike[^1]!.MicroAccuracy);
    }

    [Fact]
    public void Fit_ValidationSetOfFewerClasses_IsMeasured()
        => Assert.Equal(1, Validate(NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 2, 0, 1)), NamedRecords.Keyed(_ml, "Number", 1, 0))[^1]!.MicroAccuracy);

    [Fact]
    public void Fit_ValidationSetWithTextForALabel_IsMeasuredByIt()
    {
        var rows = NamedRecords.Of(_ml, 1, 0, 0);
        var text = _ml.Transforms.CopyColumns("Label", "Word").Fit(rows).Transform(rows);

        Assert.Equal(1, Validate(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(20, 2, 0, 1)), text)[^1]!.MicroAccuracy);
    }

    [Fact]
    public void Fit_ValidationSetOfOtherClasses_IsRefusedWithTheirNames()
    {
        var training = NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(20, 2, 0));

        var error = Assert.ThrowsAny<InvalidOperationException>(() => Validate(training, NamedRecords.Keyed(_ml, "Word", 0, 4, 1, 2)));

        Assert.Contains("validation set has rows of classes that the training data does not have: four, one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ValidationSetWithMoreKeysButNoSuchRow_IsMeasured()
    {
        var training = NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 2, 0));
        var validation = _ml.Data.SkipRows(NamedRecords.Keyed(_ml, "Text", 4, 0, 2), 1);

        Assert.Equal(1, Validate(training, validation)[^1]!.MicroAccuracy);
    }

    [Fact]
    public void Fit_ValidationSetWithNoClassInCommon_IsRefused()
    {
        var training = NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(20, 2, 0));

        var error = Assert.ThrowsAny<InvalidOperationException>(() => Validate(training, NamedRecords.Keyed(_ml, "Text", 0, 2)));

        Assert.Contains("has the classes 0, 2, and the training data two, zero: none is the same", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SweepsTestDataKeyedForItself_IsMeasuredAlike()
    {
        var training = NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 2, 0, 1));
        var grid = new SweepGrid { HiddenNodes = [8], LearningRates = [0.5f], Epochs = [30], Seeds = 1 };

        var result = SweepRunner.Run(grid, SweepData.Read(_ml, training, NamedRecords.Keyed(_ml, "Number", 0, 1)));

        Assert.Equal(1, result.Best!.Accuracy.Mean);
    }

    [Fact]
    public void Fit_CheckpointOfClassesInAnotherOrder_IsRefused()
    {
        TrainingCheckpoint? reached = null;
        var options = NamedRecords.Options with { Epochs = 2, CheckpointReached = checkpoint => reached = checkpoint };
        NamedRecords.Trainer(_ml, options).Fit(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(5, 2, 0, 1)));

        var resumed = NamedRecords.Trainer(_ml, options with { Epochs = 3, ResumeFrom = reached });

        var error = Assert.ThrowsAny<InvalidOperationException>(() => resumed.Fit(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(5, 0, 1, 2))));
        Assert.Contains("is of the classes two, zero, one, in this order, but those of the data are zero, one, two", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CheckpointThatWasSaved_HasItsClasses()
    {
        using var folder = new TemporaryFolder();
        var options = NamedRecords.Options with { Epochs = 1, CheckpointReached = checkpoint => CheckpointFile.Save(folder.File("it"), checkpoint) };

        NamedRecords.Trainer(_ml, options).Fit(NamedRecords.Keyed(_ml, "Number", NamedRecords.Repeat(5, 2, 0, 1)));

        Assert.Equal<string>(["2", "0", "1"], CheckpointFile.Load(folder.File("it")).ClassNames!.Value);
    }

    private List<ValidationMetrics?> Validate(IDataView training, IDataView validation)
    {
        var measured = new List<ValidationMetrics?>();
        NamedRecords.Trainer(_ml, NamedRecords.Options with
        {
            ValidationSet = validation,
            EpochCompleted = report =>
            {
                measured.Add(report.Validation);
                return EpochDecision.Continue;
            },
        }).Fit(training);
        return measured;
    }
}
