using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Inside;

public class NetworkBackqueryTests
{
    private const double Lowest = 0.01;
    private const double Highest = 0.99;

    private static readonly Gen<NetworkWeights> AnyNetwork =
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 20], Gen.Int[1, 12], Gen.Int).Select(Random);

    [Fact]
    public void Of_AnyNetworkAndTargets_AgreesWithPlainLoops()
        => Gen.Select(AnyNetwork, Gen.Int[0, 11], Gen.Double[0.001, 0.4], Gen.Double[0.6, 0.999]).ForAll((network, output, low, high) =>
        {
            var asked = output % network.Outputs;
            var options = new BackqueryOptions { TargetLow = low, TargetHigh = high };

            var result = NetworkBackquery.Of(network, asked, options);

            var targets = Enumerable.Range(0, network.Outputs).Select(k => k == asked ? high : low).ToArray();
            var hidden = Reference(network.OutputWeights.ToArray(), targets, network.HiddenNodes);
            var features = Reference(network.HiddenWeights.ToArray(), hidden, network.Inputs);
            return result.Targets.SequenceEqual(targets)
                && Near(result.HiddenOutputs, hidden)
                && Near(result.Features.Select(feature => (double)feature), features);
        });

    [Fact]
    public void Of_Defaults_AskForTheClassicTargets()
    {
        var result = NetworkBackquery.Of(Random(4, 3, 3, seed: 1), 1);

        Assert.Equal([0.01, 0.99, 0.01], result.Targets.AsEnumerable());
    }

    [Fact]
    public void Of_AnyNetwork_FillsTheRangeOfTheClassicInputs()
        => AnyNetwork.ForAll(network =>
        {
            var result = NetworkBackquery.Of(network, 0);
            return result.IsFlat
                || (Math.Abs(result.Features.Min() - Lowest) < 1e-6 && Math.Abs(result.Features.Max() - Highest) < 1e-6);
        });

    // With W2 the identity, what arrives at the hidden nodes is logit(sigmoid(z)), and that has to be z.
    [Fact]
    public void Of_OutputsThatSigmoidMade_ComeBackAsTheirSums()
        => Gen.Double[-12, 12].Array[2, 10].Where(sums => sums.Max() - sums.Min() > 1e-3).ForAll(sums =>
        {
            var network = new NetworkWeights(1, sums.Length, sums.Length, new float[sums.Length], Identity(sums.Length));
            double[] outputs = [.. sums.Select(sum => 1 / (1 + Math.Exp(-sum)))];

            var result = NetworkBackquery.Of(network, outputs);

            return Near(result.HiddenOutputs, Stretched(sums));
        });

    // The transposed of an orthogonal matrix is its inverse: the way forward leads back to the hidden nodes' sums,
    // stretched and shifted as the features are.
    [Fact]
    public void Of_OrthogonalHiddenWeights_TheWayForwardLeadsBack()
        => Gen.Select(Gen.Int[4, 12], Gen.Int).ForAll((size, seed) =>
        {
            var random = new Random(seed);
            var mirror = Mirror(random, size);
            var network = new NetworkWeights(size, size, 3, mirror, Draw(random, 3 * size));
            var result = NetworkBackquery.Of(network, 0);

            var forward = Product(mirror, [.. result.Features.Select(feature => (double)feature)]);
            double[] sums = [.. result.HiddenOutputs.Select(output => Math.Log(output / (1 - output)))];
            var shift = Product(mirror, [.. Enumerable.Repeat(1.0, size)]);
            var (stretch, error) = Fit(forward, sums, shift);
            return stretch > 0 && error < 1e-5;
        });

    [Fact]
    public void Of_OneHiddenNode_IsFlat()
    {
        var result = NetworkBackquery.Of(Random(5, 1, 3, seed: 2), 2);

        Assert.True(result.IsFlat);
        Assert.Equal([0.5], result.HiddenOutputs.AsEnumerable());
        Assert.All(result.Features, feature => Assert.Equal(0.5f, feature));
    }

    [Fact]
    public void Of_WeightsThatAreAllAlike_IsFlatAndFinite()
    {
        var network = new NetworkWeights(4, 3, 2, [.. Enumerable.Repeat(7f, 12)], [.. Enumerable.Repeat(-3f, 6)]);

        var result = NetworkBackquery.Of(network, 0);

        Assert.True(result.IsFlat);
        Assert.All(result.Features, feature => Assert.Equal(0.5f, feature));
    }

    [Fact]
    public void Of_TheLargestWeightsThereAre_IsFinite()
    {
        var network = new NetworkWeights(
            2, 2, 2, [float.MaxValue, float.MinValue, 1, 2], [float.MaxValue, float.MinValue, float.MaxValue, 0]);

        Assert.All(NetworkBackquery.Of(network, 1).Features, feature => Assert.InRange(feature, 0.0099f, 0.9901f));
    }

    [Fact]
    public void OfEach_Network_IsEachOutputInOrder()
    {
        var network = Random(6, 4, 3, seed: 3);

        var each = NetworkBackquery.OfEach(network);

        Assert.Equal(3, each.Length);
        Assert.All(each.Index(), pair => Assert.Equal(NetworkBackquery.Of(network, pair.Index).Features.AsEnumerable(), pair.Item.Features));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Of_NoSuchOutput_Throws(int output)
        => Assert.Throws<ArgumentOutOfRangeException>(() => NetworkBackquery.Of(Random(4, 3, 3, seed: 1), output));

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Of_TargetThatNoSigmoidGives_Throws(double target)
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => NetworkBackquery.Of(Random(4, 3, 3, seed: 1), 0, new BackqueryOptions { TargetHigh = target }));

    [Fact]
    public void Of_OtherNumberOfTargets_Throws()
        => Assert.Throws<ArgumentException>(() => NetworkBackquery.Of(Random(4, 3, 3, seed: 1), [0.5, 0.5]));

    /// <summary>One step back, written straight from the formulas.</summary>
    private static double[] Reference(float[] weights, double[] outputs, int nodes)
    {
        var sums = new double[nodes];
        for (var i = 0; i < nodes; i++)
        {
            for (var k = 0; k < outputs.Length; k++)
                sums[i] += (double)weights[(k * nodes) + i] * Math.Log(outputs[k] / (1 - outputs[k]));
        }

        return Stretched(sums);
    }

    private static double[] Stretched(double[] values)
    {
        var (low, high) = (values.Min(), values.Max());
        return low == high
            ? [.. values.Select(_ => 0.5)]
            : [.. values.Select(value => ((value - low) / (high - low) * 0.98) + 0.01)];
    }

    private static bool Near(IEnumerable<double> actual, double[] expected)
        => actual.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);

    private static NetworkWeights Random(int inputs, int hidden, int outputs, int seed)
    {
        var random = new Random(seed);
        return new NetworkWeights(inputs, hidden, outputs, Draw(random, inputs * hidden), Draw(random, hidden * outputs));
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];

    private static float[] Identity(int size)
        => [.. Enumerable.Range(0, size * size).Select(i => i % (size + 1) == 0 ? 1f : 0f)];

    /// <summary>The mirror I - 2 u u^T at a random plane, which is orthogonal.</summary>
    private static float[] Mirror(Random random, int size)
    {
        double[] u = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5)];
        var norm = Math.Sqrt(u.Sum(value => value * value));
        return
        [
            .. Enumerable.Range(0, size * size).Select(i =>
                (float)((i % (size + 1) == 0 ? 1 : 0) - (2 * u[i / size] / norm * u[i % size] / norm))),
        ];
    }

    private static double[] Product(float[] matrix, double[] vector)
        => [.. Enumerable.Range(0, vector.Length).Select(row => vector.Select((value, i) => matrix[(row * vector.Length) + i] * value).Sum())];

    /// <summary>The a of the best <c>y = a x + b s</c>, and the largest error that is left.</summary>
    private static (double A, double Error) Fit(double[] y, double[] x, double[] s)
    {
        double Dot(double[] left, double[] right) => left.Zip(right, (l, r) => l * r).Sum();
        var (xx, xs, ss, xy, sy) = (Dot(x, x), Dot(x, s), Dot(s, s), Dot(x, y), Dot(s, y));
        var determinant = (xx * ss) - (xs * xs);
        var (a, b) = (((xy * ss) - (sy * xs)) / determinant, ((sy * xx) - (xy * xs)) / determinant);
        return (a, Enumerable.Range(0, y.Length).Max(i => Math.Abs(y[i] - (a * x[i]) - (b * s[i]))));
    }
}
