using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>The network as a TorchSharp module: two linear layers without biases, a sigmoid after each.</summary>
internal sealed class SigmoidModule : nn.Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly Linear _output;

    /// <summary>Makes a module that starts from the given weights.</summary>
    public SigmoidModule(NetworkWeights weights)
        : base(nameof(SigmoidModule))
    {
        // Layers made from parameters, not from sizes: those would draw from torch's global generator.
        _hidden = nn.Linear(ToParameter(weights.HiddenWeights.Span, weights.HiddenNodes, weights.Inputs));
        _output = nn.Linear(ToParameter(weights.OutputWeights.Span, weights.Outputs, weights.HiddenNodes));
        RegisterComponents();
    }

    /// <summary>W1, <c>[hidden, inputs]</c>.</summary>
    public Parameter HiddenWeights => _hidden.weight;

    /// <summary>W2, <c>[outputs, hidden]</c>.</summary>
    public Parameter OutputWeights => _output.weight;

    /// <summary>Scores a batch.</summary>
    /// <param name="input">The records, <c>[n, inputs]</c>.</param>
    /// <returns>The outputs, <c>[n, outputs]</c>.</returns>
    public override Tensor forward(Tensor input) => _output.forward(_hidden.forward(input).sigmoid_()).sigmoid_();

    /// <summary>Copies the weights out of native memory.</summary>
    /// <exception cref="ArgumentException">A weight is not finite.</exception>
    public NetworkWeights ToWeights()
    {
        var (hidden, inputs) = ((int)HiddenWeights.shape[0], (int)HiddenWeights.shape[1]);
        var outputs = (int)OutputWeights.shape[0];
        return NetworkWeights.Adopt(inputs, hidden, outputs, ToArray(HiddenWeights), ToArray(OutputWeights));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hidden.Dispose();
            _output.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Parameter ToParameter(ReadOnlySpan<float> weights, long rows, long columns)
    {
        var tensor = empty(rows, columns, dtype: ScalarType.Float32);
        weights.CopyTo(MemoryMarshal.Cast<byte, float>(tensor.bytes));
        return nn.Parameter(tensor);
    }

    private static float[] ToArray(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes).ToArray();
}
