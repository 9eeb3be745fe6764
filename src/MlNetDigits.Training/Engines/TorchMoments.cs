using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>What an optimizer remembers, as tensors in the shape of a module's parameters, W1 before W2.</summary>
internal static class TorchMoments
{
    /// <summary>Makes tensors.</summary>
    /// <param name="module">The module.</param>
    /// <param name="moments">What they hold; null for zeros.</param>
    /// <param name="negate">Whether they have the other sign.</param>
    public static Tensor[] From(SigmoidModule module, NetworkWeights? moments, bool negate)
    {
        Tensor[] tensors = [zeros(module.HiddenNodes, module.Inputs), zeros(module.Outputs, module.HiddenNodes)];
        foreach (var tensor in tensors)
            tensor.DetachFromDisposeScope();
        moments?.HiddenWeights.Span.CopyTo(Floats(tensors[0]));
        moments?.OutputWeights.Span.CopyTo(Floats(tensors[1]));
        if (negate)
        {
            foreach (var tensor in tensors)
                tensor.neg_();
        }

        return tensors;
    }

    /// <summary>Copies tensors.</summary>
    /// <param name="module">The module.</param>
    /// <param name="tensors">The tensors.</param>
    /// <param name="negate">Whether the copies have the other sign.</param>
    public static NetworkWeights ToWeights(SigmoidModule module, Tensor[] tensors, bool negate)
        => NetworkWeights.Adopt(module.Inputs, module.HiddenNodes, module.Outputs, Copy(tensors[0], negate), Copy(tensors[1], negate));

    private static float[] Copy(Tensor tensor, bool negate)
    {
        var values = Floats(tensor).ToArray();
        if (negate)
            System.Numerics.Tensors.TensorPrimitives.Negate(values, values);
        return values;
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
