using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Tests.Evaluation;

/// <summary>Reports on rows that do not fit the model: they add up, and the numbers are still ML.NET's.</summary>
public class OddRowsTests
{
    private static readonly MLContext Ml = new();

    [Fact]
    public void Evaluate_ClassThatTheModelDoesNotKnow_IsWrongAsMlNetCountsItAndSaidSo()
    {
        // Of the two rows of the fifth class, one has no score.
        var data = Ml.Data.LoadFromEnumerable<Row>(
            [new(0, 0.9f), new(1, 0.9f), new(4, 0.9f), new(4, float.NaN), new(9, 0.9f), new(0, float.NaN)]);

        var report = Evaluate(data);

        Assert.Equal(
            (6L, 1L, 2L, 1L, 3L), (report.RowsRead, report.RowsWithoutLabel, report.RowsWithoutScore, report.RowsOfUnknownClass, report.RowsEvaluated));
        Assert.Equal(1 / 3.0, report.MicroAccuracy, 1e-12);
        Assert.Equal((1L, 2L), (report.Confusion.Right, report.Confusion.Total));
        var text = ReportText.Summary(report);
        Assert.Contains(
            "3 evaluated of 6 read; 1 of a class that the model does not know count as wrong; left out: 1 without a label, 2 whose score is not a number", text, StringComparison.Ordinal);
        Assert.Contains("(1 right, 2 wrong)", text, StringComparison.Ordinal);
        Assert.Equal(1, ReportJson.ToNode(report)["rowsOfUnknownClass"]!.GetValue<long>());
    }

    [Fact]
    public void Evaluate_LabelThatTheModelMakesAKeyOf_CountsItsRows()
    {
        var ml = new MLContext(seed: 1);
        NamedRow[] rows = [.. Enumerable.Range(0, 60).Select(i => new NamedRow(i % 2 == 0 ? "even" : "odd", [i % 2, 1]))];
        var model = ml.Transforms.Conversion.MapValueToKey("Label")
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(maximumNumberOfIterations: 5))
            .Fit(ml.Data.LoadFromEnumerable(rows));

        var report = ModelEvaluation.Evaluate(ml, model, ml.Data.LoadFromEnumerable([.. rows, new NamedRow("neither", [0, 0])]));

        Assert.Equal((61L, 1L, 60L), (report.RowsRead, report.RowsWithoutLabel, report.RowsEvaluated));
        Assert.Equal<string>(["even", "odd"], report.Confusion.ClassNames);
        Assert.Equal([30L, 30L], report.Classes.Select(metrics => metrics.Support));
        Assert.Contains("of the model's scores", ReportText.Summary(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_NoScoreIsANumber_SaysSo()
    {
        var data = Ml.Data.LoadFromEnumerable<Row>([new(0, float.NaN), new(1, float.PositiveInfinity)]);

        var error = Assert.Throws<InvalidOperationException>(() => Evaluate(data));

        Assert.Contains("None of the 2 rows has scores that are numbers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_OneNeitherInTheDataNorPredicted_HasNoNumbersWhereMlNetSaysZero()
    {
        var data = Ml.Data.LoadFromEnumerable<Row>([new(0, 0.9f), new(1, 0.9f)]);

        var report = Evaluate(data);

        var matrix = Metrics(data).ConfusionMatrix;
        Assert.Equal((0.5, 0.0, 0.0), (matrix.PerClassPrecision[0], matrix.PerClassPrecision[1], matrix.PerClassPrecision[2]));
        Assert.Equal([0.5, double.NaN, double.NaN], report.Classes.Select(metrics => metrics.Precision));
        Assert.Equal([1, 0, double.NaN], report.Classes.Select(metrics => metrics.Recall));
        Assert.Equal([2 / 3.0, 0, double.NaN], report.Classes.Select(metrics => metrics.F1));
    }

    // What "scores" the rows is a copy of a column: they come with their scores.
    private static ClassificationReport Evaluate(IDataView data)
    {
        var report = ModelEvaluation.Evaluate(Ml, Ml.Transforms.CopyColumns("Copy", "Score").Fit(data), data);

        var metrics = Metrics(data);
        Assert.Equal(
            (metrics.MicroAccuracy, metrics.MacroAccuracy, metrics.LogLoss, metrics.LogLossReduction),
            (report.MicroAccuracy, report.MacroAccuracy, report.LogLoss, report.LogLossReduction));
        Assert.Equal(report.MicroAccuracy, report.Confusion.Right / (double)report.RowsEvaluated, 1e-12);
        return report;
    }

    private static MulticlassClassificationMetrics Metrics(IDataView data) => Ml.MulticlassClassification.Evaluate(data);

    private sealed class NamedRow(string label, float[] features)
    {
        public string Label { get; } = label;

        [VectorType(2)]
        public float[] Features { get; } = features;
    }

    /// <summary>A row of one of five classes, with scores for three, of which the first is the highest.</summary>
    private sealed class Row(uint label, float score)
    {
        // From 0; from 5 on missing.
        [KeyType(5)]
        public uint Label { get; } = label;

        [VectorType(3)]
        public float[] Score { get; } = [score, 0.1f, 0];

        [KeyType(3)]
        public uint PredictedLabel { get; }
    }
}
