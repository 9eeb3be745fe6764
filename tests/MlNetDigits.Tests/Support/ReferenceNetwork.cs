using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>
/// The network once more, written straight from its formulas: double precision, record by record, plain loops. It is
/// what the engines are measured against.
/// </summary>
public sealed class ReferenceNetwork
{
    private readonly int _inputs;
    private readonly int _hidden;
    private readonly int _outputs;

    public ReferenceNetwork(NetworkWeights weights)
    {
        (_inputs, _hidden, _outputs) = (weights.Inputs, weights.HiddenNodes, weights.Outputs);
        HiddenWeights = [.. weights.HiddenWeights.ToArray().Select(weight => (double)weight)];
        OutputWeights = [.. weights.OutputWeights.ToArray().Select(weight => (double)weight)];
    }

    /// <summary>W1, row-major [hidden, inputs].</summary>
    public double[] HiddenWeights { get; }

    /// <summary>W2, row-major [outputs, hidden].</summary>
    public double[] OutputWeights { get; }

    public double[] Query(IReadOnlyList<float> x) => Layer(OutputWeights, Layer(HiddenWeights, [.. x.Select(v => (double)v)]));

    /// <summary>The sums at the output nodes, of which <see cref="Query"/> gives the sigmoids.</summary>
    public double[] Sums(IReadOnlyList<float> x)
        => Product(OutputWeights, Layer(HiddenWeights, [.. x.Select(v => (double)v)]));

    /// <summary>The softmax of the sums at the output nodes.</summary>
    public double[] Softmax(IReadOnlyList<float> x) => Softmax(Sums(x));

    /// <summary>The softmax of any sums.</summary>
    public static double[] Softmax(double[] sums)
    {
        double[] powers = [.. sums.Select(sum => Math.Exp(sum - sums.Max()))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    /// <summary>Learns from batches, one update a batch: the mean of its records' updates at the batch's start.</summary>
    /// <returns>The mean of 1/2 sum (t - o)^2, each record at the weights of its batch's start.</returns>
    public double Train(
        IReadOnlyList<float[]> records, IReadOnlyList<int> labels, double rate, UpdateRule rule, int batchSize = 1)
    {
        var errorSum = 0.0;
        for (var start = 0; start < records.Count; start += batchSize)
        {
            var count = Math.Min(batchSize, records.Count - start);
            var hiddenUpdate = new double[HiddenWeights.Length];
            var outputUpdate = new double[OutputWeights.Length];
            for (var i = start; i < start + count; i++)
                errorSum += AddUpdate(records[i], TargetsOf(labels[i]), rule, hiddenUpdate, outputUpdate);
            Step(hiddenUpdate, outputUpdate, rate / count);
        }

        return errorSum / records.Count;
    }

    /// <summary>Learns from one record whose targets are given one by one.</summary>
    /// <returns>1/2 sum (t - o)^2 before the update.</returns>
    public double Train(float[] record, float[] targets, double rate, UpdateRule rule)
    {
        var hiddenUpdate = new double[HiddenWeights.Length];
        var outputUpdate = new double[OutputWeights.Length];
        var error = AddUpdate(record, targets, rule, hiddenUpdate, outputUpdate);
        Step(hiddenUpdate, outputUpdate, rate);
        return error;
    }

    /// <summary>The largest distance of any weight from the given network's.</summary>
    public double LargestDifference(NetworkWeights weights) => Math.Max(
        Largest(HiddenWeights, weights.HiddenWeights.Span), Largest(OutputWeights, weights.OutputWeights.Span));

    private float[] TargetsOf(int label) => [.. Enumerable.Range(0, _outputs).Select(k => k == label ? 0.99f : 0.01f)];

    private void Step(double[] hiddenUpdate, double[] outputUpdate, double rate)
    {
        for (var i = 0; i < hiddenUpdate.Length; i++)
            HiddenWeights[i] += rate * hiddenUpdate[i];
        for (var i = 0; i < outputUpdate.Length; i++)
            OutputWeights[i] += rate * outputUpdate[i];
    }

    private double AddUpdate(float[] features, float[] targets, UpdateRule rule, double[] hiddenUpdate, double[] outputUpdate)
    {
        double[] x = [.. features.Select(v => (double)v)];
        var h = Layer(HiddenWeights, x);
        var o = Layer(OutputWeights, h);
        var e = new double[_outputs];
        for (var k = 0; k < _outputs; k++)
            e[k] = targets[k] - o[k];

        var hiddenError = new double[_hidden];
        for (var k = 0; k < _outputs; k++)
        {
            var delta = e[k] * o[k] * (1 - o[k]);
            for (var j = 0; j < _hidden; j++)
            {
                outputUpdate[(k * _hidden) + j] += delta * h[j];
                hiddenError[j] += OutputWeights[(k * _hidden) + j] * (rule == UpdateRule.Classic ? e[k] : delta);
            }
        }

        for (var j = 0; j < _hidden; j++)
        {
            var delta = hiddenError[j] * h[j] * (1 - h[j]);
            for (var i = 0; i < _inputs; i++)
                hiddenUpdate[(j * _inputs) + i] += delta * x[i];
        }

        return e.Sum(error => error * error) / 2;
    }

    /// <summary>The outputs of a layer: the sigmoid of its weights times its inputs.</summary>
    public static double[] Layer(double[] weights, double[] x)
        => [.. Product(weights, x).Select(sum => 1 / (1 + Math.Exp(-sum)))];

    private static double[] Product(double[] weights, double[] x)
    {
        var result = new double[weights.Length / x.Length];
        for (var row = 0; row < result.Length; row++)
        {
            var sum = 0.0;
            for (var i = 0; i < x.Length; i++)
                sum += weights[(row * x.Length) + i] * x[i];
            result[row] = sum;
        }

        return result;
    }

    private static double Largest(double[] ours, ReadOnlySpan<float> theirs)
    {
        var largest = 0.0;
        for (var i = 0; i < ours.Length; i++)
            largest = Math.Max(largest, Math.Abs(ours[i] - theirs[i]));
        return largest;
    }
}
