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
    /// <returns>The mean loss, each record at the weights of its batch's start.</returns>
    public double Train(
        IReadOnlyList<float[]> records, IReadOnlyList<int> labels, double rate, UpdateRule rule, int batchSize = 1)
        => Train(records, labels, new SigmoidNetworkOptions { LearningRate = (float)rate, UpdateRule = rule, BatchSize = batchSize, Epochs = 1 });

    /// <summary>Learns as options say, in the order of the records.</summary>
    /// <returns>The last epoch's mean loss, each record at the weights of its batch's start.</returns>
    public double Train(IReadOnlyList<float[]> records, IReadOnlyList<int> labels, SigmoidNetworkOptions options)
    {
        var (hidden, output) = (new ReferenceOptimizer(options), new ReferenceOptimizer(options));
        var loss = 0.0;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            loss = 0;
            for (var start = 0; start < records.Count; start += options.BatchSize)
            {
                var rate = RateAt(options, ((double)epoch * records.Count + start) / ((double)options.Epochs * records.Count));
                var count = Math.Min(options.BatchSize, records.Count - start);
                var hiddenUpdate = new double[HiddenWeights.Length];
                var outputUpdate = new double[OutputWeights.Length];
                for (var i = start; i < start + count; i++)
                    loss += AddUpdate(records[i], TargetsOf(labels[i], options.UpdateRule), options.UpdateRule, hiddenUpdate, outputUpdate);
                hidden.Step(HiddenWeights, [.. hiddenUpdate.Select(update => -update / count)], rate);
                output.Step(OutputWeights, [.. outputUpdate.Select(update => -update / count)], rate * options.OutputRateFactor);
            }
        }

        return loss / records.Count;
    }

    /// <summary>Learns from one record whose targets are given one by one.</summary>
    /// <returns>The loss before the update.</returns>
    public double Train(float[] record, float[] targets, double rate, UpdateRule rule)
    {
        var hiddenUpdate = new double[HiddenWeights.Length];
        var outputUpdate = new double[OutputWeights.Length];
        var loss = AddUpdate(record, targets, rule, hiddenUpdate, outputUpdate);
        for (var i = 0; i < hiddenUpdate.Length; i++)
            HiddenWeights[i] += rate * hiddenUpdate[i];
        for (var i = 0; i < outputUpdate.Length; i++)
            OutputWeights[i] += rate * outputUpdate[i];
        return loss;
    }

    /// <summary>The largest distance of any weight from the given network's.</summary>
    public double LargestDifference(NetworkWeights weights) => Math.Max(
        Largest(HiddenWeights, weights.HiddenWeights.Span), Largest(OutputWeights, weights.OutputWeights.Span));

    private float[] TargetsOf(int label, UpdateRule rule)
    {
        var (low, high) = rule == UpdateRule.CrossEntropy ? (0f, 1f) : (0.01f, 0.99f);
        return [.. Enumerable.Range(0, _outputs).Select(k => k == label ? high : low)];
    }

    private static double RateAt(SigmoidNetworkOptions options, double done) => options.LearningRate * options.Schedule switch
    {
        LearningRateSchedule.Cosine => (1 + Math.Cos(Math.PI * done)) / 2,
        LearningRateSchedule.Step => done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01,
        _ => 1,
    };

    private double AddUpdate(float[] features, float[] targets, UpdateRule rule, double[] hiddenUpdate, double[] outputUpdate)
    {
        double[] x = [.. features.Select(v => (double)v)];
        var h = Layer(HiddenWeights, x);
        var (deltas, back, loss) = rule == UpdateRule.CrossEntropy ? CompareProbabilities(h, targets) : CompareSigmoids(h, targets, rule);

        var hiddenError = new double[_hidden];
        for (var k = 0; k < _outputs; k++)
        {
            for (var j = 0; j < _hidden; j++)
            {
                outputUpdate[(k * _hidden) + j] += deltas[k] * h[j];
                hiddenError[j] += OutputWeights[(k * _hidden) + j] * back[k];
            }
        }

        for (var j = 0; j < _hidden; j++)
        {
            var delta = hiddenError[j] * h[j] * (1 - h[j]);
            for (var i = 0; i < _inputs; i++)
                hiddenUpdate[(j * _inputs) + i] += delta * x[i];
        }

        return loss;
    }

    /// <returns>The deltas of the outputs, what goes back to the hidden nodes, and <c>1/2 sum (t - o)^2</c>.</returns>
    private (double[] Deltas, double[] Back, double Loss) CompareSigmoids(double[] h, float[] targets, UpdateRule rule)
    {
        var o = Layer(OutputWeights, h);
        double[] errors = [.. targets.Zip(o, (target, output) => target - output)];
        double[] deltas = [.. errors.Zip(o, (error, output) => error * output * (1 - output))];
        return (deltas, rule == UpdateRule.Classic ? errors : deltas, errors.Sum(error => error * error) / 2);
    }

    /// <returns>The same for <c>-sum t log p</c>; its gradient is <c>t - p</c> where the targets sum to 1.</returns>
    private (double[] Deltas, double[] Back, double Loss) CompareProbabilities(double[] h, float[] targets)
    {
        var sums = Product(OutputWeights, h);
        var logOfTotal = sums.Max() + Math.Log(sums.Sum(sum => Math.Exp(sum - sums.Max())));
        var total = targets.Sum(target => (double)target);
        double[] deltas = [.. targets.Zip(sums, (target, sum) => target - (total * Math.Exp(sum - logOfTotal)))];
        return (deltas, deltas, -targets.Zip(sums, (target, sum) => target * (sum - logOfTotal)).Sum());
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
