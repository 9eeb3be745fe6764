using System.Runtime.InteropServices;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>
/// The network as a TorchSharp module: two linear layers without biases, a sigmoid after each. Use it like any module of
/// TorchSharp's, as a part of others too, and train it with TorchSharp's own means or with
/// <see cref="SigmoidNetworkTrainer"/>:
/// <c>mlContext.MulticlassClassification.Trainers.SigmoidNetwork(module)</c>.
/// </summary>
/// <remarks>
/// <para>
/// It needs libtorch: reference the package <c>TorchSharp-cpu</c> in the app. Making one without throws a
/// <see cref="TorchNotAvailableException"/>.
/// </para>
/// <para>
/// The parameters are two, <c>hidden.weight</c> <c>[hidden, inputs]</c> and <c>output.weight</c>
/// <c>[outputs, hidden]</c>, float32 in the CPU's memory at first. They may be moved to another type or device
/// (<c>module.to(...)</c>): <see cref="ToWeights"/> and <see cref="Load"/> convert.
/// </para>
/// <para>
/// Dispose of it to give its memory back. It does not belong to a <c>DisposeScope</c>. It is not safe on several threads
/// at once while one of them changes the weights.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using var module = new SigmoidModule(inputs: 784, hiddenNodes: 200, outputs: 10, seed: 1);
/// var pipeline = mlContext.Transforms.ScalePixels("Features", "Pixels")
///     .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork(module));
/// var model = pipeline.Fit(trainingData);
/// using var scores = module.call(images);
/// </code>
/// </example>
public sealed class SigmoidModule : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "hidden")]
    private readonly Linear _hidden;

    [ComponentName(Name = "output")]
    private readonly Linear _output;

    /// <summary>Makes a module with random weights, from a generator of its own: torch's is left alone.</summary>
    /// <param name="inputs">The number of features of a record, at least 1 (784 for a digit image).</param>
    /// <param name="hiddenNodes">The number of hidden nodes, at least 1.</param>
    /// <param name="outputs">The number of outputs, one a class, at least 1 (10 for digits).</param>
    /// <param name="seed">
    /// Decides the weights: those that the trainer starts from in an <c>MLContext</c> with that seed. Null, the default,
    /// for others each time.
    /// </param>
    /// <param name="initialization">
    /// How the weights are drawn; <see cref="WeightInitialization.Uniform"/> by default.
    /// </param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    /// <exception cref="TorchNotAvailableException">The native libraries cannot be loaded.</exception>
    public SigmoidModule(
        int inputs,
        int hiddenNodes,
        int outputs,
        int? seed = null,
        WeightInitialization initialization = WeightInitialization.Uniform)
        : this(Draw(inputs, hiddenNodes, outputs, seed, initialization))
    {
    }

    /// <summary>Makes a module with the given weights, such as those of a model.</summary>
    /// <param name="weights">The weights; they are copied.</param>
    /// <exception cref="TorchNotAvailableException">The native libraries cannot be loaded.</exception>
    public SigmoidModule(NetworkWeights weights)
        : base(NameOnceLoaded())
    {
        ArgumentNullException.ThrowIfNull(weights);
        (Inputs, HiddenNodes, Outputs) = (weights.Inputs, weights.HiddenNodes, weights.Outputs);

        // Layers made from parameters, not from sizes: those would draw from torch's global generator.
        _hidden = nn.Linear(nn.Parameter(ToTensor(weights.HiddenWeights.Span, weights.HiddenNodes, weights.Inputs)));
        _output = nn.Linear(nn.Parameter(ToTensor(weights.OutputWeights.Span, weights.Outputs, weights.HiddenNodes)));
        RegisterComponents();
    }

    /// <summary>W1, <c>[hidden, inputs]</c>.</summary>
    public Parameter HiddenWeights => _hidden.weight;

    /// <summary>W2, <c>[outputs, hidden]</c>.</summary>
    public Parameter OutputWeights => _output.weight;

    /// <summary>The number of features of a record.</summary>
    public int Inputs { get; }

    /// <summary>The number of hidden nodes.</summary>
    public int HiddenNodes { get; }

    /// <summary>The number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>The three numbers above.</summary>
    internal NetworkSizes Sizes => new(Inputs, HiddenNodes, Outputs);

    /// <summary>Held by whoever trains the module, so that two trainings of it wait for one another.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Whether the parameters' memory is given back.</summary>
    internal bool IsDisposed => HiddenWeights.IsInvalid || OutputWeights.IsInvalid;

    /// <summary>Scores a batch.</summary>
    /// <param name="input">The records, <c>[n, inputs]</c> or one, <c>[inputs]</c>, of the parameters' type and device.</param>
    /// <returns>The outputs, <c>[n, outputs]</c> or <c>[outputs]</c>, each in (0, 1); they do not sum to 1.</returns>
    public override Tensor forward(Tensor input)
    {
        using var outputSums = Sums(input);
        return outputSums.sigmoid();
    }

    /// <summary>
    /// Scores a batch up to the sums at the outputs, <c>W2 h</c>: what <c>softmax</c> and <c>cross_entropy</c> take.
    /// </summary>
    /// <param name="input">The records, <c>[n, inputs]</c> or one, <c>[inputs]</c>, of the parameters' type and device.</param>
    /// <returns>The sums, <c>[n, outputs]</c> or <c>[outputs]</c>.</returns>
    public Tensor Sums(Tensor input)
    {
        using var hiddenSums = _hidden.call(input);
        using var hidden = hiddenSums.sigmoid();
        return _output.call(hidden);
    }

    /// <summary>Copies the weights into managed memory, as float32, wherever and of whatever type they are.</summary>
    /// <returns>The weights; they stay as they are when the module changes.</returns>
    /// <exception cref="ArgumentException">A weight is not finite, or not as float32.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public NetworkWeights ToWeights()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return NetworkWeights.Adopt(Inputs, HiddenNodes, Outputs, ToArray(HiddenWeights), ToArray(OutputWeights));
    }

    /// <summary>
    /// Sets the weights, such as to those of a model. The parameters stay where and of what type they are: one of a
    /// narrower type than float32 holds rounded weights.
    /// </summary>
    /// <param name="weights">The weights, of a network of the same sizes; they are copied.</param>
    /// <exception cref="ArgumentException">The sizes are others; nothing has changed.</exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public void Load(NetworkWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (weights.Sizes != Sizes)
            throw new ArgumentException($"The weights are of {weights.Sizes} nodes, but the module has {Sizes}.", nameof(weights));

        using var withoutAutograd = no_grad();
        using var hidden = ToTensor(weights.HiddenWeights.Span, HiddenNodes, Inputs);
        using var output = ToTensor(weights.OutputWeights.Span, Outputs, HiddenNodes);
        HiddenWeights.copy_(hidden);
        OutputWeights.copy_(output);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hidden.Dispose();
            _output.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The base class's constructor is native code already.</summary>
    private static string NameOnceLoaded()
    {
        TorchNative.EnsureLoaded();
        return nameof(SigmoidModule);
    }

    private static NetworkWeights Draw(
        int inputs, int hiddenNodes, int outputs, int? seed, WeightInitialization initialization)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenNodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        if ((long)hiddenNodes * Math.Max(inputs, outputs) > LayerLimit.MostWeights)
            throw new ArgumentException($"{inputs}-{hiddenNodes}-{outputs} nodes need more weights than a tensor can hold here; use fewer hidden nodes.", nameof(hiddenNodes));
        if (!Enum.IsDefined(initialization))
            throw new ArgumentOutOfRangeException(nameof(initialization), initialization, $"The initialization must be one of {string.Join(", ", Enum.GetNames<WeightInitialization>())}.");
        return WeightInitializer.Draw(inputs, hiddenNodes, outputs, initialization, seed ?? Random.Shared.Next());
    }

    private static Tensor ToTensor(ReadOnlySpan<float> weights, long rows, long columns)
    {
        // Not where and of what type torch's defaults say.
        var tensor = empty(rows, columns, dtype: ScalarType.Float32, device: CPU);
        weights.CopyTo(MemoryMarshal.Cast<byte, float>(tensor.bytes));
        return tensor;
    }

    private static float[] ToArray(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var plain = tensor.detach().cpu().to(ScalarType.Float32).contiguous();
        return MemoryMarshal.Cast<byte, float>(plain.bytes).ToArray();
    }
}
