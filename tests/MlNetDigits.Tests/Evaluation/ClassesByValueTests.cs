using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Evaluation;

/// <summary>A class is what its key's value says, not the place that the value happens to have.</summary>
public class ClassesByValueTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData("Text", "Text")]
    [InlineData("Number", "Number")]
    [InlineData("Number", "Text")]
    [InlineData("Text", "Number")]
    public void Evaluate_KeysInAnotherOrder_CountsTheSame(string trainedOn, string measuredOn)
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, trainedOn, NamedRecords.Repeat(20, 2, 0, 1)));

        var report = ModelEvaluation.Evaluate(_ml, model, NamedRecords.Keyed(_ml, measuredOn, 0, 1, 1, 2, 2, 2));

        Assert.Equal((1.0, 6L), (report.MicroAccuracy, report.RowsEvaluated));
        Assert.Equal<string>(["2", "0", "1"], report.Confusion.ClassNames);
        Assert.Equal([3L, 1, 2], report.Classes.Select(metrics => metrics.Support));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Number")]
    public void Evaluate_LabelIsTheValueItself_IsComparedByIt(string column)
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 2, 0, 1)));

        var report = ModelEvaluation.Evaluate(_ml, model, NamedRecords.Of(_ml, 0, 1, 1, 2, 2, 2), column);

        Assert.Equal(1, report.MicroAccuracy);
        Assert.Equal([3L, 1, 2], report.Classes.Select(metrics => metrics.Support));
    }

    [Fact]
    public void Evaluate_NumbersForClassesThatAreWords_AreIndices()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(20, 0, 1, 2)));

        Assert.Equal(1, ModelEvaluation.Evaluate(_ml, model, NamedRecords.Of(_ml, 0, 1, 2), "Number").MicroAccuracy);
    }

    [Fact]
    public void Evaluate_KeyWithoutValues_IsComparedByIndex()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 2, 0, 1)));
        var rows = _ml.Data.LoadFromEnumerable([new Bare { Label = 0, Features = [0, 0, 1, 0, 0] }, new Bare { Label = 1, Features = [1, 0, 0, 0, 0] }]);

        var report = ModelEvaluation.Evaluate(_ml, model, rows);

        Assert.Equal(1, report.MicroAccuracy);
        Assert.Equal([1L, 1, 0], report.Classes.Select(metrics => metrics.Support));
    }

    [Fact]
    public void Evaluate_ClassesThatTheModelDoesNotKnow_AreWrongAndNamed()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 2, 0)));

        var report = ModelEvaluation.Evaluate(_ml, model, NamedRecords.Keyed(_ml, "Text", 4, 0, 2, 1, 4, 2));

        Assert.Equal((3L, 0.5), (report.RowsOfUnknownClass, report.MicroAccuracy));
        Assert.Equal<string>(["4", "1"], report.UnknownClasses);
        Assert.Contains("3 of a class that the model does not know (4, 1) count as wrong", ReportText.Summary(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_NoClassInCommon_IsRefusedWithBoth()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(20, 0, 1)));

        var error = Assert.ThrowsAny<InvalidOperationException>(
            () => ModelEvaluation.Evaluate(_ml, model, NamedRecords.Keyed(_ml, "Text", 0, 1)));

        Assert.Contains("has the classes 0, 1, and the model zero, one: none is the same", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OnlyRowsOfClassesThatTheModelDoesNotKnow_IsRefused()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 0, 1)));
        var rows = NamedRecords.Keyed(_ml, "Text", 0, 3);

        var error = Assert.ThrowsAny<InvalidOperationException>(
            () => ModelEvaluation.Evaluate(_ml, model, _ml.Data.FilterByCustomPredicate<Worded>(rows, row => row.Text != "3")));

        Assert.Contains("it knows 0, 1, and the rows are of 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ClassesWithoutARow_HaveNoNumbers()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Text", NamedRecords.Repeat(20, 2, 0, 1)));

        var report = ModelEvaluation.Evaluate(_ml, model, NamedRecords.Keyed(_ml, "Text", 1, 1));

        Assert.Equal((1.0, 2L), (report.MicroAccuracy, report.Confusion.Right));
        Assert.Equal([double.NaN, double.NaN, 1], report.Classes.Select(metrics => metrics.Recall));
    }

    [Fact]
    public void Evaluate_ModelOfOneClass_IsReported()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(50, 1)));

        var report = ModelEvaluation.Evaluate(_ml, model, NamedRecords.Keyed(_ml, "Word", 0, 1, 1, 1));

        Assert.Equal((4L, 0.75, 1L), (report.RowsEvaluated, report.MicroAccuracy, report.RowsOfUnknownClass));
        Assert.Equal<string>(["one"], report.Confusion.ClassNames);
        Assert.True(report.LogLoss > -Math.Log(1e-15) / 4);
        Assert.Contains("one", ReportText.Render(report), StringComparison.Ordinal);
        Assert.Null(ReportJson.ToNode(report)["logLossReduction"]);
    }

    [Fact]
    public void Read_KeysInAnotherOrder_HasTheModelsClasses()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Number", NamedRecords.Repeat(20, 2, 0, 1)));

        var answers = ModelAnswers.Read(model.Transform(NamedRecords.Keyed(_ml, "Text", 0, 1, 2, 3))).ToArray();

        Assert.Equal([1, 2, 0], answers.Select(answer => answer.TrueClass));
        Assert.All(answers, answer => Assert.True(answer.IsRight));
    }

    [Fact]
    public void OfScores_KeyOfNumbers_HasTheirValues()
    {
        var data = NamedRecords.Keyed(_ml, "Number", NamedRecords.Repeat(5, 2, 0, 4));

        Assert.Equal<string>(["2", "0", "4"], ClassNames.OfScores(NamedRecords.Trainer(_ml).Fit(data).Transform(data).Schema)!.Value);
    }

    [Fact]
    public void CrossValidate_KeysMadeInEachFold_MeasuresEachByItsOwn()
    {
        var rows = NamedRecords.Of(_ml, NamedRecords.Repeat(30, 2, 0, 1, 3));
        var pipeline = _ml.Transforms.Conversion.MapValueToKey("Label", "Word").Append(NamedRecords.Trainer(_ml));

        var folds = _ml.MulticlassClassification.CrossValidate(rows, pipeline, numberOfFolds: 3);

        Assert.All(folds, fold =>
        {
            Assert.Equal(1, fold.Metrics.MicroAccuracy);
            Assert.Equal(1, ModelEvaluation.Evaluate(_ml, fold.Model, rows).MicroAccuracy);
        });
    }

    private sealed class Bare
    {
        [KeyType(3)]
        public uint Label { get; set; }

        [VectorType(5)]
        public float[] Features { get; set; } = [];
    }

    private sealed class Worded
    {
        public string Text { get; set; } = "";
    }
}
