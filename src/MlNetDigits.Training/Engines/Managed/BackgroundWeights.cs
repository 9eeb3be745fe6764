using System.Numerics.Tensors;

namespace MlNetDigits.Training;

/// <summary>
/// W1 kept as <c>A + b 1^T</c>, for records that are mostly one value c: <c>x = c 1 + x'</c> with few x' that are not
/// zero. Only the columns of A where x' is not zero are then touched.
/// </summary>
/// <remarks>
/// <para>The sums are <c>W1 x = c (A 1) + A x' + b (1 . x)</c>; with <c>u = c (A 1)</c> kept up to date, nothing but
/// <c>A x'</c> grows with the number of inputs.</para>
/// <para>The update <c>W1 += d x^T</c> is <c>A += d x'^T</c>, <c>b += c d</c>, and so <c>u += c (1 . x') d</c>.</para>
/// </remarks>
internal sealed unsafe class BackgroundWeights(PanelLayout layout, float background) : IDisposable
{
    /// <summary>A, in panels.</summary>
    public AlignedFloats Panels { get; } = new((long)layout.PaddedNodes * layout.Inputs);

    /// <summary>c (A 1), <c>[padded nodes]</c>.</summary>
    public AlignedFloats U { get; } = new(layout.PaddedNodes);

    /// <summary>b, <c>[padded nodes]</c>.</summary>
    public AlignedFloats B { get; } = new(layout.PaddedNodes);

    /// <summary>Takes W1, row-major <c>[nodes, inputs]</c>: A is W1, b is 0.</summary>
    public void Pack(ReadOnlySpan<float> weights)
    {
        layout.Pack(weights, Panels.Pointer);
        B.Span(0, layout.PaddedNodes).Clear();
        for (var node = 0; node < layout.HiddenNodes; node++)
            U.Pointer[node] = background * TensorPrimitives.Sum(weights.Slice(node * layout.Inputs, layout.Inputs));
    }

    /// <summary>Gives W1 back, row-major <c>[nodes, inputs]</c>.</summary>
    public void Unpack(Span<float> weights)
    {
        layout.Unpack(Panels.Pointer, weights);
        for (var node = 0; node < layout.HiddenNodes; node++)
        {
            var row = weights.Slice(node * layout.Inputs, layout.Inputs);
            TensorPrimitives.Add(row, B.Pointer[node], row);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Panels.Dispose();
        U.Dispose();
        B.Dispose();
    }
}
