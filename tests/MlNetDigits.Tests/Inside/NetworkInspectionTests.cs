using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Inside;

public class NetworkInspectionTests
{
    [Fact]
    public void Of_Weights_EachNodeHasItsRowAndItsColumn()
    {
        var network = new NetworkWeights(3, 2, 2, [1, 2, 3, -4, 0, 4], [10, 20, 30, 40]);

        var inspection = NetworkInspection.Of(network);

        Assert.Equal([2.0, 0.0], inspection.HiddenNodes.Select(node => node.Inputs.Mean));
        Assert.Equal([3.0, 4.0], inspection.HiddenNodes.Select(node => node.Inputs.Maximum));
        Assert.Equal([10f, 30f], inspection.HiddenNodes[0].OutputWeights.AsEnumerable());
        Assert.Equal([20f, 40f], inspection.HiddenNodes[1].OutputWeights.AsEnumerable());
        Assert.Equal(Math.Sqrt(1000), inspection.HiddenNodes[0].OutputNorm, 1e-9);
        Assert.Equal(6, inspection.HiddenWeights.Summary.Count);
        Assert.Equal(4, inspection.OutputWeights.Histogram.Total);
        Assert.Null(inspection.Activity);
    }

    [Fact]
    public void Votes_LoudOnes_LoudestFirst()
    {
        var node = new HiddenNode(0, ValueSummary.Of([1]), [0.9f, -1.2f, 1.9f, 2f, -0.1f, -2f]);

        Assert.Equal([3, 2], node.VotesFor.AsEnumerable());
        Assert.Equal([5, 1], node.VotesAgainst.AsEnumerable());
    }

    [Fact]
    public void Votes_NoWeight_None()
    {
        var node = new HiddenNode(0, ValueSummary.Of([1]), [0f, 0f]);

        Assert.Empty(node.VotesFor);
        Assert.Empty(node.VotesAgainst);
    }

    [Fact]
    public void Of_RealDigits_ActivityAgreesWithPlainLoops()
    {
        var digits = TestDigits.Train.Take(300);
        var random = new Random(5);
        var network = new NetworkWeights(784, 40, 10, Draw(random, 784 * 40, 1), Draw(random, 400, 3));
        var options = new InspectionOptions { SaturatedBelow = 0.1, SaturatedAbove = 0.8, SaturatedShare = 0.7, ConstantDeviation = 0.2, ActivityBins = 7 };

        var activity = NetworkInspection.Of(network, Rows(digits), options).Activity!;

        Assert.Equal((300, 0), (activity.Records, activity.RecordsLeftOut));
        var reference = new ReferenceNetwork(network);
        var hidden = digits.Features.Select(features => ReferenceNetwork.Layer(reference.HiddenWeights, [.. features.Select(x => (double)x)])).ToArray();
        var output = hidden.Select(values => ReferenceNetwork.Layer(reference.OutputWeights, values)).ToArray();
        AssertAgrees(hidden, activity.Hidden, options);
        AssertAgrees(output, activity.Output, options);

        // Otherwise the comparison above would have compared little.
        Assert.Contains(activity.Hidden.Nodes, node => node.Saturation != NodeSaturation.None);
        Assert.Contains(activity.Hidden.Nodes, node => node.Saturation == NodeSaturation.None);
        Assert.NotEmpty(activity.Hidden.Constant);
    }

    [Fact]
    public void Of_ModelAndRows_SameAsOfItsWeightsAndFeatures()
    {
        var ml = new MLContext(seed: 1);
        var rows = DigitView.Create(ml, TestDigits.Train, 100);
        var model = DigitView.Pipeline(ml).Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(rows);
        var network = ModelParts.Network(model)!.Weights;

        var ofModel = NetworkInspection.Of(model, rows).Activity!;
        var ofRows = NetworkInspection.Of(network, Rows(TestDigits.Train.Take(100))).Activity!;

        Assert.Equal(ofRows.Records, ofModel.Records);
        Assert.Equal(ofRows.Hidden.Nodes.AsEnumerable(), ofModel.Hidden.Nodes);
        Assert.Equal(ofRows.Output.Nodes.AsEnumerable(), ofModel.Output.Nodes);
        Assert.Equal(ofRows.Hidden.Histogram.Counts.AsEnumerable(), ofModel.Hidden.Histogram.Counts);
    }

    [Fact]
    public void Of_SparseRows_SameAsDense()
    {
        var ml = new MLContext(seed: 1);
        var dense = ml.Data.LoadFromEnumerable(new[] { new DenseRow { Features = [0, 2, 0, 0], Label = 1 }, new DenseRow { Features = [1, 0, 0, 3], Label = 2 } });
        var model = ml.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 5, epochs: 1)
            .Fit(ml.Transforms.Conversion.MapValueToKey("Label").Fit(dense).Transform(dense));
        var sparse = ml.Data.LoadFromEnumerable(new[]
        {
            new SparseRow { Features = new(4, 1, [2f], [1]) },
            new SparseRow { Features = new(4, 2, [1f, 3f], [0, 3]) },
        });

        var (ofDense, ofSparse) = (NetworkInspection.Of(model, dense).Activity!, NetworkInspection.Of(model, sparse).Activity!);

        Assert.All(ofDense.Hidden.Nodes.Zip(ofSparse.Hidden.Nodes), pair => Assert.Equal(pair.First.Mean, pair.Second.Mean, 1e-6));
    }

    [Fact]
    public void Of_NodesThatAreStuckOrJump_AreToldApart()
    {
        // One input, which is -1 or 1 in turn: off, on, off or on, always in the middle, between.
        var network = new NetworkWeights(2, 5, 1, [0, -9, 0, 9, 9, 0, 0, 0, 1, 0], new float[5]);
        float[] rows = [.. Enumerable.Range(0, 40).SelectMany(row => new[] { row % 2 == 0 ? 1f : -1f, 1f })];

        var nodes = NetworkInspection.Of(network, rows).Activity!.Hidden.Nodes;

        Assert.Equal(
            [NodeSaturation.Off, NodeSaturation.On, NodeSaturation.Switch, NodeSaturation.None, NodeSaturation.None],
            nodes.Select(node => node.Saturation));
        Assert.Equal([true, true, false, true, false], nodes.Select(node => node.IsConstant));
        Assert.Equal((0.5, 0.5), (nodes[2].LowShare, nodes[2].HighShare));
    }

    [Fact]
    public void Of_RecordsThatAreNoNumbers_AreLeftOutAndCounted()
    {
        var network = new NetworkWeights(2, 2, 1, [1, 0, 0, 1], [1, 1]);

        var activity = NetworkInspection.Of(network, [0f, 0f, float.NaN, 0f, 0f, 0f]).Activity!;

        Assert.Equal((2, 1), (activity.Records, activity.RecordsLeftOut));
        Assert.All(activity.Hidden.Nodes, node => Assert.Equal(0.5, node.Mean));
    }

    [Fact]
    public void Of_NoRecords_SaysThatThereAreNone()
    {
        var activity = NetworkInspection.Of(new NetworkWeights(2, 1, 1, [1, 1], [1]), []).Activity!;

        Assert.Equal(0, activity.Records);
        Assert.Empty(activity.Hidden.Saturated);
        Assert.Equal(double.NaN, activity.Hidden.Nodes[0].Mean);
    }

    [Fact]
    public void Of_PartOfARecord_Throws()
        => Assert.Throws<ArgumentException>(() => NetworkInspection.Of(new NetworkWeights(2, 1, 1, [1, 1], [1]), [1f, 2, 3]));

    [Fact]
    public void Of_WrongOptions_SaysAllThatIsWrong()
    {
        var options = new InspectionOptions { WeightBins = 1, ActivityBins = 0, SaturatedBelow = 0.9, SaturatedAbove = 0.1, SaturatedShare = 2, ConstantDeviation = double.NaN };

        var error = Assert.Throws<ArgumentException>(() => NetworkInspection.Of(new NetworkWeights(1, 1, 1, [1], [1]), options));

        Assert.Equal(5, options.FindProblems().Count);
        Assert.All(options.FindProblems(), problem => Assert.Contains(problem, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ModelWithoutANetwork_Throws()
    {
        var ml = new MLContext();
        var rows = DigitView.Create(ml, TestDigits.Train, 5);

        Assert.Throws<ArgumentException>(() => NetworkInspection.Of(ml.Transforms.ScalePixels().Fit(rows), rows));
    }

    private static void AssertAgrees(double[][] outputs, LayerActivity layer, InspectionOptions options)
    {
        var counts = new long[options.ActivityBins];
        foreach (var value in outputs.SelectMany(values => values))
            counts[Math.Min((int)(value * options.ActivityBins), options.ActivityBins - 1)]++;
        Assert.Equal(counts.Sum(), layer.Histogram.Total);
        Assert.All(counts.Zip(layer.Histogram.Counts), pair => Assert.InRange(pair.Second, pair.First - 1, pair.First + 1));

        foreach (var node in layer.Nodes)
        {
            double[] values = [.. outputs.Select(record => record[node.Index])];
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            var low = values.Count(value => value < options.SaturatedBelow) / (double)values.Length;
            var high = values.Count(value => value > options.SaturatedAbove) / (double)values.Length;
            Assert.Equal(mean, node.Mean, 1e-6);
            Assert.Equal(deviation, node.Deviation, 1e-6);
            Assert.Equal(values.Min(), node.Minimum, 1e-6);
            Assert.Equal(values.Max(), node.Maximum, 1e-6);
            Assert.Equal(low, node.LowShare, 1e-9);
            Assert.Equal(high, node.HighShare, 1e-9);
            Assert.Equal(low + high >= options.SaturatedShare, node.Saturation != NodeSaturation.None);
            Assert.Equal(deviation < options.ConstantDeviation, node.IsConstant);
        }
    }

    private static float[] Rows(MadeRecords records) => [.. records.Features.SelectMany(features => features)];

    private static float[] Draw(Random random, int count, float width)
        => [.. Enumerable.Range(0, count).Select(_ => width * (random.NextSingle() - 0.5f))];

    private sealed class DenseRow
    {
        public int Label { get; set; }

        [Microsoft.ML.Data.VectorType(4)]
        public float[] Features { get; set; } = [];
    }

    private sealed class SparseRow
    {
        [Microsoft.ML.Data.VectorType(4)]
        public Microsoft.ML.Data.VBuffer<float> Features { get; set; }
    }
}
