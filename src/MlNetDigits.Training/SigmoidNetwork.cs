using System.Globalization;
using Microsoft.ML.Data;

namespace MlNetDigits.Training;

/// <summary>
/// A three-layer sigmoid network with the two verbs that a learner knows: <see cref="Train"/> it with one record after
/// another, and <see cref="Query(ReadOnlySpan{float})"/> it. For whole data sets, pipelines and evaluation there is
/// <see cref="SigmoidNetworkTrainer"/>, which learns the same from the same records.
/// </summary>
/// <remarks>
/// <para>
/// The network has no biases: <c>h = s(W1 x)</c>, <c>o = s(W2 h)</c>, where <c>s(z) = 1 / (1 + exp(-z))</c>; each record
/// changes the weights at once, by one of the rules of <see cref="MlNetDigits.Training.UpdateRule"/>. The arithmetic
/// is that of the trainer's managed engine. It needs no TorchSharp.
/// </para>
/// <para>
/// The weights stay laid out for the processor's vectors between calls. If most inputs of the first record that is
/// trained have one value, as the background of a picture has, only the others cost time from then on.
/// </para>
/// <para>
/// Not safe on several threads at once, querying included; <see cref="Weights"/> are. Disposing gives native memory back
/// at once; a network that is not disposed gives it back when it is collected.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var network = new SigmoidNetwork(inputNodes: 784, hiddenNodes: 200, outputNodes: 10, learningRate: 0.1f);
/// network.Train(inputs, targets);
/// float[] outputs = network.Query(inputs);
/// </code>
/// </example>
public sealed class SigmoidNetwork : IDisposable
{
    private readonly SigmoidNetworkOptions _options;
    private IRecordLearner? _learner;
    private NetworkWeights? _weights;
    private bool _isDisposed;

    /// <summary>Makes a network with random weights.</summary>
    /// <param name="inputNodes">The number of inputs, at least 1 (784 for a digit).</param>
    /// <param name="hiddenNodes">The number of hidden nodes, at least 1.</param>
    /// <param name="outputNodes">The number of outputs, at least 1 (10 for digits).</param>
    /// <param name="learningRate">The learning rate, above 0; 0.1 by default.</param>
    /// <param name="seed">
    /// Decides the weights, as <c>MLContext</c>'s seed decides the trainer's; null, the default, for others each time.
    /// </param>
    /// <param name="rule">How the weights change; <see cref="UpdateRule.Classic"/> by default.</param>
    /// <param name="initialization">
    /// How the weights are drawn; <see cref="WeightInitialization.Uniform"/> by default.
    /// </param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public SigmoidNetwork(
        int inputNodes,
        int hiddenNodes,
        int outputNodes,
        float learningRate = 0.1f,
        int? seed = null,
        UpdateRule rule = UpdateRule.Classic,
        WeightInitialization initialization = WeightInitialization.Uniform)
        : this(Draw(inputNodes, hiddenNodes, outputNodes, initialization, seed), learningRate, rule)
    {
    }

    private SigmoidNetwork(NetworkWeights weights, float learningRate, UpdateRule rule)
    {
        if (!float.IsFinite(learningRate) || learningRate <= 0)
            throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "The learning rate must be a number above 0.");
        CheckDefined(rule);
        _options = new SigmoidNetworkOptions { HiddenNodes = weights.HiddenNodes, LearningRate = learningRate, UpdateRule = rule };
        _weights = weights;
        (InputNodes, HiddenNodes, OutputNodes) = (weights.Inputs, weights.HiddenNodes, weights.Outputs);
    }

    /// <summary>The number of inputs.</summary>
    public int InputNodes { get; }

    /// <summary>The number of hidden nodes.</summary>
    public int HiddenNodes { get; }

    /// <summary>The number of outputs.</summary>
    public int OutputNodes { get; }

    /// <summary>The learning rate.</summary>
    public float LearningRate => _options.LearningRate;

    /// <summary>How the weights change.</summary>
    public UpdateRule UpdateRule => _options.UpdateRule;

    /// <summary>What the network has learned so far: a copy, made once after each change, that stays as it is.</summary>
    /// <exception cref="InvalidOperationException">A weight is no longer a finite number.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public NetworkWeights Weights
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _weights ??= CopyWeights();
        }
    }

    /// <summary>Makes a network that goes on from weights, such as those of a saved model.</summary>
    /// <param name="weights">The weights; they stay as they are.</param>
    /// <param name="learningRate">The learning rate, above 0; 0.1 by default.</param>
    /// <param name="rule">How the weights change; <see cref="UpdateRule.Classic"/> by default.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static SigmoidNetwork From(
        NetworkWeights weights, float learningRate = 0.1f, UpdateRule rule = UpdateRule.Classic)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new SigmoidNetwork(weights, learningRate, rule);
    }

    /// <summary>Learns from one record: changes all weights a little towards the targets.</summary>
    /// <param name="inputs">The record, <see cref="InputNodes"/> finite values, best between about 0 and 1.</param>
    /// <param name="targets">
    /// What the outputs should have been, <see cref="OutputNodes"/> values from 0 to 1. A sigmoid reaches 0 and 1 only at
    /// infinity, so 0.01 and 0.99 are better targets; a softmax reaches them together, and wants 0 and 1.
    /// </param>
    /// <returns>
    /// How far off the outputs were before: <c>1/2 sum (t - o)^2</c>, or with <see cref="UpdateRule.CrossEntropy"/>
    /// <c>-sum t log p</c>, p being the softmax of the sums at the outputs.
    /// </returns>
    /// <exception cref="ArgumentException">A length or a value does not fit; nothing has been learned.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public double Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        CheckInputs(inputs);
        CheckTargets(targets);
        _learner ??= IRecordLearner.Create(Weights, _options, BackgroundOf(inputs));
        _weights = null;
        return _learner.Train(inputs, targets);
    }

    /// <summary>Asks the network about one record.</summary>
    /// <param name="inputs">The record, <see cref="InputNodes"/> finite values, scaled as in training.</param>
    /// <returns>
    /// The outputs, <see cref="OutputNodes"/> values, each in (0, 1); they do not sum to 1. <see cref="Weights"/> give the
    /// same up to rounding.
    /// </returns>
    /// <exception cref="ArgumentException">A length or a value does not fit.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public float[] Query(ReadOnlySpan<float> inputs)
    {
        var outputs = new float[OutputNodes];
        Query(inputs, outputs);
        return outputs;
    }

    /// <summary>Asks the network about one record, without allocating.</summary>
    /// <param name="inputs">The record, <see cref="InputNodes"/> finite values, scaled as in training.</param>
    /// <param name="outputs">Receives the outputs, <see cref="OutputNodes"/> values.</param>
    /// <exception cref="ArgumentException">A length or a value does not fit.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Query(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        CheckInputs(inputs);
        if (outputs.Length != OutputNodes)
            throw new ArgumentException($"The network gives {OutputNodes} outputs, not {outputs.Length}.", nameof(outputs));

        if (_learner is null)
            Weights.Query(inputs, outputs);
        else
            _learner.Query(inputs, outputs);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _learner?.Dispose();
        _isDisposed = true;
    }

    private NetworkWeights CopyWeights()
    {
        try
        {
            return _learner!.ToWeights();
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException(
                "The weights are no longer finite numbers; scale the inputs to about 0 to 1, or lower the learning rate.",
                exception);
        }
    }

    private void CheckInputs(ReadOnlySpan<float> inputs)
    {
        if (inputs.Length != InputNodes)
            throw new ArgumentException($"The network takes {InputNodes} inputs, not {inputs.Length}.", nameof(inputs));
        var bad = inputs.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        if (bad >= 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Input {bad} is {inputs[bad]}; inputs must be finite."), nameof(inputs));
    }

    private void CheckTargets(ReadOnlySpan<float> targets)
    {
        if (targets.Length != OutputNodes)
            throw new ArgumentException($"The network takes {OutputNodes} targets, not {targets.Length}.", nameof(targets));
        var bad = targets.IndexOfAnyExceptInRange(0f, 1f);
        if (bad >= 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Target {bad} is {targets[bad]}; targets must be from 0 to 1."), nameof(targets));
    }

    private static float? BackgroundOf(ReadOnlySpan<float> inputs)
        => Background.Find([new VBuffer<float>(inputs.Length, inputs.ToArray())]);

    private static NetworkWeights Draw(
        int inputNodes, int hiddenNodes, int outputNodes, WeightInitialization initialization, int? seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputNodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenNodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputNodes, 1);
        if ((long)hiddenNodes * Math.Max(inputNodes, outputNodes) > Array.MaxLength)
            throw new ArgumentException($"{inputNodes}-{hiddenNodes}-{outputNodes} nodes need more weights than an array can hold; use fewer hidden nodes.", nameof(hiddenNodes));
        CheckDefined(initialization);
        return WeightInitializer.Draw(inputNodes, hiddenNodes, outputNodes, initialization, seed ?? Random.Shared.Next());
    }

    private static void CheckDefined<T>(T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, $"The {typeof(T).Name} must be one of {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
