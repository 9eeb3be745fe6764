using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>
/// How the kernels keep W1: by panels of hidden nodes. Within a panel, the weights of one input to all its nodes lie
/// side by side, input after input, so that a record's input touches consecutive memory. There are wide panels of four
/// vectors and, for the nodes left over, narrow ones of one; the last is filled up with zeros.
/// </summary>
/// <param name="Inputs">The number of inputs.</param>
/// <param name="HiddenNodes">The number of hidden nodes.</param>
/// <param name="VectorWidth">The floats of a vector.</param>
internal readonly record struct PanelLayout(int Inputs, int HiddenNodes, int VectorWidth)
{
    private const int VectorsOfWidePanel = 4;

    /// <summary>The number of hidden nodes, filled up to whole vectors.</summary>
    public int PaddedNodes => (HiddenNodes + VectorWidth - 1) / VectorWidth * VectorWidth;

    /// <summary>The number of wide panels.</summary>
    public int WidePanels => PaddedNodes / WidePanelWidth;

    /// <summary>The number of panels.</summary>
    public int Panels => WidePanels + ((PaddedNodes % WidePanelWidth) / VectorWidth);

    private int WidePanelWidth => VectorsOfWidePanel * VectorWidth;

    /// <summary>Whether a panel has four vectors.</summary>
    public bool IsWide(int panel) => panel < WidePanels;

    /// <summary>The number of nodes of a panel.</summary>
    public int Width(int panel) => IsWide(panel) ? WidePanelWidth : VectorWidth;

    /// <summary>The first node of a panel.</summary>
    public int FirstNode(int panel)
        => (Math.Min(panel, WidePanels) * WidePanelWidth) + (Math.Max(panel - WidePanels, 0) * VectorWidth);

    /// <summary>Where a panel's weights start.</summary>
    public long Offset(int panel) => (long)FirstNode(panel) * Inputs;

    /// <summary>Brings weights from row-major <c>[HiddenNodes, Inputs]</c> into panels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(ReadOnlySpan<float> weights, Span<float> panels)
    {
        for (var panel = 0; panel < Panels; panel++)
        {
            var (first, width, offset) = (FirstNode(panel), Width(panel), (int)Offset(panel));
            for (var node = first; node < Math.Min(first + width, HiddenNodes); node++)
            {
                var row = weights.Slice(node * Inputs, Inputs);
                for (var input = 0; input < row.Length; input++)
                    panels[offset + (input * width) + node - first] = row[input];
            }
        }
    }

    /// <summary>Brings weights from panels back into row-major <c>[HiddenNodes, Inputs]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Unpack(ReadOnlySpan<float> panels, Span<float> weights)
    {
        for (var panel = 0; panel < Panels; panel++)
        {
            var (first, width, offset) = (FirstNode(panel), Width(panel), (int)Offset(panel));
            for (var node = first; node < Math.Min(first + width, HiddenNodes); node++)
            {
                var row = weights.Slice(node * Inputs, Inputs);
                for (var input = 0; input < row.Length; input++)
                    row[input] = panels[offset + (input * width) + node - first];
            }
        }
    }
}
