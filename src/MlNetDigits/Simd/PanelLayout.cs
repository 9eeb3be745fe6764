using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>
/// How the kernels keep W1: by panels of hidden nodes, as wide as registers allow and as equal as possible. Within a
/// panel, the weights of one input to all its nodes lie side by side, input after input, so that a record's input touches
/// consecutive memory. The last panel is filled up with zeros to whole vectors.
/// </summary>
/// <param name="Inputs">The number of inputs.</param>
/// <param name="HiddenNodes">The number of hidden nodes.</param>
/// <param name="VectorWidth">The floats of a vector.</param>
/// <param name="MinPanels">
/// The fewest panels, for as many threads; fewer if there are fewer vectors. What is computed does not depend on it.
/// </param>
internal readonly record struct PanelLayout(int Inputs, int HiddenNodes, int VectorWidth, int MinPanels = 1)
{
    /// <summary>The number of hidden nodes, filled up to whole vectors.</summary>
    public int PaddedNodes => Vectors * VectorWidth;

    /// <summary>The number of panels.</summary>
    public int Panels => Math.Max((Vectors + VectorParts.MaxVectors - 1) / VectorParts.MaxVectors, Math.Min(MinPanels, Vectors));

    /// <summary>The number of nodes of the widest panel.</summary>
    public int MaxWidth => Width(0);

    private int Vectors => (HiddenNodes + VectorWidth - 1) / VectorWidth;

    /// <summary>The number of vectors of a panel.</summary>
    public int VectorsOf(int panel) => (Vectors / Panels) + (panel < Vectors % Panels ? 1 : 0);

    /// <summary>The number of nodes of a panel.</summary>
    public int Width(int panel) => VectorsOf(panel) * VectorWidth;

    /// <summary>The first node of a panel.</summary>
    public int FirstNode(int panel)
        => ((panel * (Vectors / Panels)) + Math.Min(panel, Vectors % Panels)) * VectorWidth;

    /// <summary>Where a panel's weights start.</summary>
    public long Offset(int panel) => (long)FirstNode(panel) * Inputs;

    /// <summary>Brings weights from row-major <c>[HiddenNodes, Inputs]</c> into panels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Pack(ReadOnlySpan<float> weights, float* panels)
    {
        for (var panel = 0; panel < Panels; panel++)
        {
            var (first, width) = (FirstNode(panel), Width(panel));
            for (var node = first; node < Math.Min(first + width, HiddenNodes); node++)
            {
                var row = weights.Slice(node * Inputs, Inputs);
                var target = panels + Offset(panel) + (node - first);
                for (var input = 0; input < row.Length; input++, target += width)
                    *target = row[input];
            }
        }
    }

    /// <summary>Brings weights from panels back into row-major <c>[HiddenNodes, Inputs]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Unpack(float* panels, Span<float> weights)
    {
        for (var panel = 0; panel < Panels; panel++)
        {
            var (first, width) = (FirstNode(panel), Width(panel));
            for (var node = first; node < Math.Min(first + width, HiddenNodes); node++)
            {
                var row = weights.Slice(node * Inputs, Inputs);
                var source = panels + Offset(panel) + (node - first);
                for (var input = 0; input < row.Length; input++, source += width)
                    row[input] = *source;
            }
        }
    }
}
