using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Simd;

public unsafe class PanelLayoutTests
{
    private static readonly Gen<PanelLayout> Layouts = Gen.Select(Gen.Int[1, 40], Gen.Int[1, 500], Gen.Int[2, 4], Gen.Int[1, 5])
        .Select((inputs, hidden, power, panels) => new PanelLayout(inputs, hidden, 1 << power, panels));

    [Fact]
    public void Unpack_PackedWeights_GivesThemBack()
        => Layouts.ForAll(layout =>
        {
            var (weights, panels) = Packed(layout);
            var unpacked = new float[weights.Length];

            fixed (float* packed = panels)
                layout.Unpack(packed, unpacked);

            Assert.Equal(weights, unpacked);
        });

    [Fact]
    public void Pack_AnyWeights_WritesEachOnceAndZerosElsewhere()
        => Layouts.ForAll(layout =>
        {
            var (weights, panels) = Packed(layout);

            Assert.Equal(weights, panels.Where(weight => weight != 0).Order());
        });

    [Fact]
    public void Pack_AnyWeights_PutsTheNodesOfAPanelSideBySide()
        => Layouts.ForAll(layout =>
        {
            var (weights, panels) = Packed(layout);

            for (var panel = 0; panel < layout.Panels; panel++)
            {
                var node = layout.FirstNode(panel);
                for (var input = 0; input < layout.Inputs; input++)
                    Assert.Equal(weights[(node * layout.Inputs) + input], panels[layout.Offset(panel) + (input * layout.Width(panel))]);
            }
        });

    [Fact]
    public void Panels_AnySize_CoverTheNodesOneAfterAnother()
        => Layouts.ForAll(layout =>
        {
            var next = 0;
            for (var panel = 0; panel < layout.Panels; panel++)
            {
                Assert.Equal(next, layout.FirstNode(panel));
                Assert.InRange(layout.VectorsOf(panel), 1, VectorParts.MaxVectors);
                Assert.InRange(layout.VectorsOf(panel), layout.VectorsOf(0) - 1, layout.VectorsOf(0));
                next += layout.Width(panel);
            }

            Assert.Equal(layout.PaddedNodes, next);
            Assert.InRange(next, layout.HiddenNodes, layout.HiddenNodes + layout.VectorWidth - 1);
        });

    [Fact]
    public void Panels_ForSomeThreads_AreAsManyIfThereAreVectors()
        => Layouts.ForAll(layout => Assert.InRange(
            layout.Panels, Math.Min(layout.MinPanels, layout.PaddedNodes / layout.VectorWidth), int.MaxValue));

    /// <summary>Weights 1, 2, 3, ..., so that each is known by its value.</summary>
    private static (float[] Weights, float[] Panels) Packed(PanelLayout layout)
    {
        float[] weights = [.. Enumerable.Range(1, layout.HiddenNodes * layout.Inputs).Select(i => (float)i)];
        var panels = new float[layout.PaddedNodes * layout.Inputs];
        fixed (float* packed = panels)
            layout.Pack(weights, packed);
        return (weights, panels);
    }
}
