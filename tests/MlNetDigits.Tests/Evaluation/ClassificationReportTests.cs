using System.Text.Json;
using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Evaluation;

public sealed class ClassificationReportTests : IClassFixture<ClassificationReportTests.TrainedModel>
{
    private readonly TrainedModel _trained;

    public ClassificationReportTests(TrainedModel trained) => _trained = trained;

    [Fact]
    public void Evaluate_Digits_GivesMlNetsNumbers()
    {
        var report = _trained.Report;

        var metrics = _trained.Ml.MulticlassClassification.Evaluate(_trained.Model.Transform(_trained.Test));
        Assert.Equal(metrics.MicroAccuracy, report.MicroAccuracy);
        Assert.Equal(metrics.MacroAccuracy, report.MacroAccuracy);
        Assert.Equal(metrics.LogLoss, report.LogLoss);
        Assert.Equal(metrics.LogLossReduction, report.LogLossReduction);
        Assert.Equal(metrics.ConfusionMatrix.PerClassPrecision, report.Classes.Select(metric => metric.Precision));
        Assert.Equal(metrics.ConfusionMatrix.PerClassRecall, report.Classes.Select(metric => metric.Recall));
        Assert.Equal(
            metrics.ConfusionMatrix.Counts.SelectMany(row => row), report.Confusion.Rows.SelectMany(row => row).Select(count => (double)count));
    }

    [Fact]
    public void Evaluate_Digits_CountsEveryRow()
    {
        var report = _trained.Report;

        Assert.Equal((500L, 500L, 500L), (report.RowsRead, report.RowsEvaluated, report.Confusion.Total));
        Assert.Equal(report.Confusion.Right / 500.0, report.MicroAccuracy, 1e-12);
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => $"{digit}"), report.Confusion.ClassNames);
        var expected = TestDigits.Test.Take(500).Labels.CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => (long)pair.Value);
        Assert.Equal(expected, report.Classes.Select(metric => metric.Support));
    }

    [Fact]
    public void Evaluate_RowsWithoutLabelOrWithNaN_SaysHowManyWereLeftOutAndWhy()
    {
        var rows = DigitView.Rows(TestDigits.Test, 50);
        rows[1].Label = "?";
        rows[2].Label = "?";
        rows[3].Pixels[0] = float.NaN;
        var data = DigitView.Create(_trained.Ml, rows);

        var report = ModelEvaluation.Evaluate(_trained.Ml, _trained.Model, data);

        Assert.Equal((50L, 2L, 1L, 47L), (report.RowsRead, report.RowsWithoutLabel, report.RowsWithoutScore, report.RowsEvaluated));
        Assert.Contains("47 evaluated of 50 read; left out: 2 without a label, 1 whose score is not a number", ReportText.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_NoLabelAtAll_SaysSo()
    {
        var rows = DigitView.Rows(TestDigits.Test, 5);
        foreach (var row in rows)
            row.Label = "?";

        var error = Assert.Throws<InvalidOperationException>(
            () => ModelEvaluation.Evaluate(_trained.Ml, _trained.Model, DigitView.Create(_trained.Ml, rows)));

        Assert.Contains("None of the 5 rows has a label", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 1.0, 2 / 3.0)]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(double.NaN, 0.0, 0.0)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    public void F1_OfPrecisionAndRecall_IsTheirHarmonicMean(double precision, double recall, double expected)
        => Assert.Equal(expected, new ClassMetrics("a", 1, precision, recall).F1, 1e-12);

    [Fact]
    public void RenderText_Report_HasEveryClassAndEveryCount()
    {
        var lines = ReportText.Render(_trained.Report).Split('\n');

        var matrix = lines.SkipWhile(line => !line.Contains("true \\ predicted", StringComparison.Ordinal)).ToArray();
        var counts = matrix.Skip(1).Take(10).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.Equal(_trained.Report.Confusion.ClassNames, counts.Select(row => row[0]));
        Assert.Equal(_trained.Report.Confusion.Rows.SelectMany(row => row), counts.SelectMany(row => row.Skip(1)).Select(long.Parse));
        Assert.Contains("of the raw scores, which do not sum to 1", lines.Single(line => line.StartsWith("Log-loss", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void RenderJson_Report_HoldsTheSameNumbers()
    {
        var json = JsonDocument.Parse(ReportJson.Render(_trained.Report)).RootElement;

        Assert.Equal(_trained.Report.MicroAccuracy, json.GetProperty("microAccuracy").GetDouble());
        Assert.Equal(_trained.Report.Classes[3].F1, json.GetProperty("classes")[3].GetProperty("f1").GetDouble());
        Assert.Equal(_trained.Report.Confusion.Rows[9][9], json.GetProperty("confusionMatrix").GetProperty("rowsAreTrueClasses")[9][9].GetInt64());
        Assert.Equal("rawScores", json.GetProperty("logLossOf").GetString());
    }

    [Fact]
    public void RenderJson_ShareOfNothing_IsNull()
    {
        var confusion = new ConfusionCounts(["a", "b"], [[1, 0], [0, 0]]);
        var report = new ClassificationReport(1, 0, 0, 1, 1, 0.1, 0.9, ScoreNormalization.Sum, confusion);

        var json = JsonDocument.Parse(ReportJson.Render(report)).RootElement;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("classes")[1].GetProperty("recall").ValueKind);
        Assert.Equal("normalizedScores", json.GetProperty("logLossOf").GetString());
    }

    [Theory]
    [InlineData(ScoreNormalization.None, "of the raw scores, which do not sum to 1", "rawScores")]
    [InlineData(ScoreNormalization.Sum, "of scores divided by their sum", "normalizedScores")]
    [InlineData(ScoreNormalization.Softmax, "of probabilities, by softmax", "softmaxScores")]
    [InlineData(null, "of the model's scores", "scores")]
    public void LogLossOf_EachNormalization_IsNamedInTextAndJson(ScoreNormalization? normalization, string text, string json)
    {
        var report = _trained.Report with { ScoreNormalization = normalization };

        Assert.Contains($"({text})\n", ReportText.Summary(report), StringComparison.Ordinal);
        Assert.Equal(json, ReportJson.ToNode(report)["logLossOf"]!.GetValue<string>());
    }

    public sealed class TrainedModel
    {
        public TrainedModel()
        {
            Model = DigitView.Pipeline(Ml).Fit(DigitView.Create(Ml, TestDigits.Train, 1000));
            Test = DigitView.Create(Ml, TestDigits.Test, 500);
            Report = ModelEvaluation.Evaluate(Ml, Model, Test);
        }

        public MLContext Ml { get; } = new(seed: 1);

        public ITransformer Model { get; }

        public IDataView Test { get; }

        public ClassificationReport Report { get; }
    }
}
