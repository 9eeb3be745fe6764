using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Evaluation;

/// <summary>Confusion matrices of any model.</summary>
public class ConfusionCountsTests
{
    private static readonly ConfusionCounts Three = new(["a", "b", "c"], [[7, 2, 1], [2, 0, 0], [0, 0, 0]]);

    [Fact]
    public void From_MetricsOfMlNetsTrainer_CountsAndNamesOfTheLabel()
    {
        var flowers = Flowers.ScoredByMlNet();

        var confusion = ConfusionCounts.From(flowers.Metrics, flowers.Scored.Schema["Label"]);

        Assert.Equal<string>(["setosa", "versicolor, a \"blue\" flag", "virginica | southern"], confusion.ClassNames);
        var labels = flowers.Scored.GetColumn<uint>("Label").ToArray();
        var answers = flowers.Scored.GetColumn<uint>("PredictedLabel").ToArray();
        foreach (var (i, j) in Enumerable.Range(0, 3).SelectMany(i => Enumerable.Range(0, 3), (i, j) => (i, j)))
            Assert.Equal(labels.Zip(answers).Count(pair => pair == (i + 1, j + 1)), confusion.Rows[i][j]);
        Assert.Equal(flowers.Metrics.MicroAccuracy, (double)confusion.Right / confusion.Total, 1e-12);
        Assert.True(confusion.Right < confusion.Total, "The flowers are too easy to test anything.");
    }

    [Fact]
    public void From_MetricsAlone_NamesAreIndices()
        => Assert.Equal<string>(["0", "1", "2"], ConfusionCounts.From(Flowers.ScoredByMlNet().Metrics).ClassNames);

    [Fact]
    public void From_TooFewNames_Throws()
    {
        var metrics = Flowers.ScoredByMlNet().Metrics;

        var error = Assert.Throws<ArgumentException>(() => ConfusionCounts.From(metrics, ["setosa"]));

        Assert.Contains("1 names for 3 classes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClassNames_KeyOfNumbers_AreTheNumbers()
    {
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable([new { Year = 1998.5f }, new { Year = 7f }]);
        var keys = ml.Transforms.Conversion.MapValueToKey("Label", "Year").Fit(data).Transform(data);

        Assert.Equal<string>(["1998.5", "7"], ClassNames.Of(keys.Schema["Label"], classes: 2));
    }

    [Fact]
    public void ClassNames_LabelThatIsNoKeyOrHasTooFewValues_IndicesInstead()
    {
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable([new { Kind = "cat", Number = 1f }]);
        var keys = ml.Transforms.Conversion.MapValueToKey("Label", "Kind").Fit(data).Transform(data);

        Assert.Equal<string>(["0", "1"], ClassNames.Of(keys.Schema["Number"], classes: 2));
        Assert.Equal<string>(["cat", "1"], ClassNames.Of(keys.Schema["Label"], classes: 2));
    }

    [Fact]
    public void MostConfused_EqualCounts_LargerShareFirst()
    {
        var pairs = Three.MostConfused();

        Assert.Equal([("b", "a", 2L, 1.0), ("a", "b", 2L, 0.2), ("a", "c", 1L, 0.1)], pairs.Select(pair => (pair.TrueName, pair.PredictedName, pair.Count, pair.Share)));
        Assert.Equal((1, 0), (pairs[0].TrueClass, pairs[0].PredictedClass));
        Assert.Single(Three.MostConfused(limit: 1));
    }

    [Fact]
    public void Share_ClassWithoutRecords_IsNaN() => Assert.Equal(double.NaN, Three.Share(2, 2));
}
