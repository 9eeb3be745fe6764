using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Files;

/// <summary>A model that makes its key of a label column is a model of digits: the column is supplied.</summary>
public class SuppliedModelTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData("Digit")]
    [InlineData("Number")]
    public void Load_ModelThatWantsALabel_ReadsDigitsByTheirValues(string column)
    {
        using var folder = new TemporaryFolder();
        KeyedDigits.SaveWithKeyInside(_ml, column, folder.File("inside.zip"));

        var model = ModelFile.Load(_ml, folder.File("inside.zip"));

        var keyed = KeyedDigits.Rows(_ml);
        var direct = _ml.Model.Load(folder.File("inside.zip"), out _).Transform(keyed);
        Assert.Equal<string>(ClassNames.OfScores(direct.Schema)!.Value, model.ClassNames);
        var report = ModelEvaluation.Evaluate(_ml, model.Transformer, Digits(300));
        Assert.True(report.MicroAccuracy > 0.8, $"{report.MicroAccuracy}");
        Assert.Equal(ModelEvaluation.Evaluate(_ml, _ml.Model.Load(folder.File("inside.zip"), out _), keyed).MicroAccuracy, report.MicroAccuracy);
        Assert.Equal(direct.GetColumn<float[]>("Score"), model.Transformer.Transform(Digits(300)).GetColumn<float[]>("Score"));
    }

    [Fact]
    public void Load_ModelThatMakesItsTextLabelAKey_ReadsDigits()
    {
        using var folder = new TemporaryFolder();
        var rows = _ml.Data.LoadFromEnumerable(DigitView.Rows(TestDigits.Train, 300));
        _ml.Model.Save(
            _ml.Transforms.Conversion.MapValueToKey("Label").Append(DigitView.Pipeline(_ml)).Fit(rows), rows.Schema, folder.File("it.zip"));

        var model = ModelFile.Load(_ml, folder.File("it.zip"));

        Assert.True(ModelEvaluation.Evaluate(_ml, model.Transformer, Digits(300)).MicroAccuracy > 0.8);
    }

    [Fact]
    public void Evaluate_ClassThatSuchAModelDoesNotKnow_CountsAsWrong()
    {
        using var folder = new TemporaryFolder();
        var (known, labels) = (KeyedDigits.Rows(_ml), new[] { "0", "1", "2", "3", "4", "5", "6", "7", "8", "ten" });
        var keys = _ml.Data.LoadFromEnumerable(labels.Select(label => new Name { Value = label }));
        var model = _ml.Transforms.Conversion.MapValueToKey("Label", "Digit", keyData: keys).Append(DigitView.Pipeline(_ml)).Fit(known);
        _ml.Model.Save(model, known.Schema, folder.File("no-nine.zip"));

        var report = ModelEvaluation.Evaluate(_ml, ModelFile.Load(_ml, folder.File("no-nine.zip")).Transformer, Digits(300));

        Assert.Equal(TestDigits.Train.Records.Skip(3).Take(300).Count(record => record.Label == 9), report.RowsOfUnknownClass);
        Assert.Equal((300L, 0L), (report.RowsEvaluated, report.RowsWithoutLabel));
        Assert.Equal<string>(["9"], report.UnknownClasses);
    }

    [Fact]
    public void Save_LoadedModelThatWantsALabel_SavesWhatWasLoaded()
    {
        using var folder = new TemporaryFolder();
        KeyedDigits.SaveWithKeyInside(_ml, "Number", folder.File("inside.zip"));
        var model = ModelFile.Load(_ml, folder.File("inside.zip"));

        ModelFile.Save(_ml, model.Transformer, model.InputSchema, folder.File("again.zip"));

        Assert.Equal(model.ClassNames.AsEnumerable(), ModelFile.Load(_ml, folder.File("again.zip")).ClassNames);
    }

    [Fact]
    public void Load_KeyOfNumbers_HasTheirValuesForNames()
    {
        using var folder = new TemporaryFolder();
        KeyedDigits.Save(_ml, "Number", folder.File("number.zip"));

        var names = ModelFile.Load(_ml, folder.File("number.zip")).ClassNames;

        Assert.Equal(TestDigits.Train.Records.Skip(3).Select(record => $"{record.Label}").Distinct(), names);
        Assert.Equal(names.AsEnumerable(), ModelFile.LoadNetwork(_ml, folder.File("number.zip")).ClassNames);
    }

    private IDataView Digits(int count) => DigitData.FromRecords(
        _ml, TestDigits.Train.Records.Skip(3).Take(count).Select(record => new DigitRecord((byte)record.Label, record.Pixels)));

    private sealed class Name
    {
        public string Value { get; set; } = "";
    }
}
