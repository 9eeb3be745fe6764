using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>
/// Runs a network backwards, from a class to the record that would look to it like that class, as the programs of the
/// book "Make Your Own Neural Network" do.
/// </summary>
/// <remarks>
/// <para>
/// Outputs to sums by the sigmoid's inverse, <c>logit(p) = ln(p / (1 - p))</c>; sums to the layer before by the
/// transposed weights; and since what arrives there can be any number but a node's output is in (0, 1), it is stretched
/// to [0.01, 0.99]: <c>(v - min) / (max - min) * 0.98 + 0.01</c>. The same once more from the hidden nodes to the
/// inputs. If all values that arrive are equal, there is nothing to stretch and each becomes 0.5.
/// </para>
/// <para>
/// The transposed weights are not the inverse of the weights, so this is a picture of what speaks for a class, not a
/// solution: what the network says of it can be asked with <see cref="NetworkWeights.Query(ReadOnlySpan{float})"/>.
/// </para>
/// </remarks>
public static class NetworkBackquery
{
    private const double Lowest = 0.01;
    private const double Highest = 0.99;
    private const double Middle = 0.5;

    /// <summary>Runs the network backwards for one class.</summary>
    /// <param name="network">The network.</param>
    /// <param name="output">The class: which output, in [0, Outputs).</param>
    /// <param name="options">What is asked of the outputs; null for the defaults.</param>
    /// <returns>The record, and what it was made from.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output, or a target is not in (0, 1).</exception>
    public static BackqueryResult Of(NetworkWeights network, int output, BackqueryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegative(output);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(output, network.Outputs);

        var (low, high) = options is null ? (Lowest, Highest) : (options.TargetLow, options.TargetHigh);
        var targets = new double[network.Outputs];
        targets.AsSpan().Fill(low);
        targets[output] = high;
        return Of(network, targets);
    }

    /// <summary>Runs the network backwards for any outputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="targets">The outputs to ask for, <c>[Outputs]</c>, each in (0, 1).</param>
    /// <returns>The record, and what it was made from.</returns>
    /// <exception cref="ArgumentException">The number of targets is another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is not in (0, 1).</exception>
    public static BackqueryResult Of(NetworkWeights network, ReadOnlySpan<double> targets)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (targets.Length != network.Outputs)
        {
            throw new ArgumentException(
                $"The network has {network.Outputs} outputs, not {targets.Length}.", nameof(targets));
        }

        foreach (var target in targets)
        {
            if (target is not (> 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(targets), target, "A sigmoid gives values between 0 and 1.");
        }

        var hidden = Back(network.OutputWeights.Span, targets);
        var features = Back(network.HiddenWeights.Span, hidden);
        return new BackqueryResult([.. targets], [.. hidden], [.. features.Select(feature => (float)feature)]);
    }

    /// <summary>Runs the network backwards for each class.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">What is asked of the outputs; null for the defaults.</param>
    /// <returns>A result for each output, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A target is not in (0, 1).</exception>
    public static ImmutableArray<BackqueryResult> OfEach(NetworkWeights network, BackqueryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. Enumerable.Range(0, network.Outputs).Select(output => Of(network, output, options))];
    }

    /// <summary>From a layer's outputs to those of the layer before it.</summary>
    /// <param name="weights">Row-major <c>[outputs, inputs]</c>.</param>
    /// <param name="outputs">Each in (0, 1).</param>
    private static double[] Back(ReadOnlySpan<float> weights, ReadOnlySpan<double> outputs)
    {
        var before = new double[weights.Length / outputs.Length];
        for (var row = 0; row < outputs.Length; row++)
        {
            var sum = Logit(outputs[row]);
            var ofRow = weights.Slice(row * before.Length, before.Length);
            for (var i = 0; i < before.Length; i++)
                before[i] += ofRow[i] * sum;
        }

        return Stretch(before);
    }

    private static double Logit(double output) => Math.Log(output / (1 - output));

    private static double[] Stretch(double[] values)
    {
        var (low, high) = (values.Min(), values.Max());
        return Array.ConvertAll(
            values, value => high > low ? ((value - low) / (high - low) * (Highest - Lowest)) + Lowest : Middle);
    }
}
