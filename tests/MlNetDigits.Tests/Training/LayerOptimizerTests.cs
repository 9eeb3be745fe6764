using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>The steps of the optimizers, at every width of vectors, against double precision.</summary>
public class LayerOptimizerTests
{
    private const int Length = 96;
    private const int Steps = 12;
    private const float Rate = 0.01f;

    private static readonly SigmoidNetworkOptions Adam = new() { UpdateRule = UpdateRule.Gradient, Optimizer = Optimizer.Adam };
    private static readonly SigmoidNetworkOptions Momentum = new() { Momentum = 0.9f };

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Step_Adam_AgreesWithDoublePrecision(int bits) => Compare(bits, Adam, bound: 2e-7);

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Step_Momentum_AgreesWithDoublePrecision(int bits) => Compare(bits, Momentum, bound: 2e-7);

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Step_GradientsOf0_MoveNothing(int bits)
    {
        var run = VectorCode.Of(bits).Width.Dispatch(new StepWork(Adam, [.. Enumerable.Range(0, Steps).Select(_ => new float[Length])]));

        Assert.Equal(new float[Length], run.Weights);
    }

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Step_Any_LeavesGradientsOf0ForTheNext(int bits)
        => Assert.All([Adam, Momentum], options => Assert.Equal(
            new float[Length], VectorCode.Of(bits).Width.Dispatch(new StepWork(options, Gradients(seed: 3))).Gradient));

    private static void Compare(int bits, SigmoidNetworkOptions options, double bound)
    {
        var gradients = Gradients(seed: 1);
        var (reference, weights) = (new ReferenceOptimizer(options), new double[Length]);
        foreach (var gradient in gradients)
            reference.Step(weights, [.. gradient.Select(value => -(double)value)], Rate);

        var run = VectorCode.Of(bits).Width.Dispatch(new StepWork(options, gradients));

        // The weights move by up to some 0.1, whose rounding is 4e-9 a step.
        Assert.True(weights.Max(Math.Abs) > 0.05);
        Assert.All(weights.Zip(run.Weights), pair => Assert.Equal(pair.First, pair.Second, bound));
    }

    /// <summary>Of all sizes: Adam makes the same of small ones as of large ones.</summary>
    private static float[][] Gradients(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, Steps).Select(_ => Enumerable.Range(0, Length)
                .Select(i => (float)((random.NextDouble() - 0.4) * Math.Pow(10, -i % 7))).ToArray()),
        ];
    }

    private sealed record StepWork(SigmoidNetworkOptions Options, float[][] Gradients) : IVectorWork<(float[] Weights, float[] Gradient)>
    {
        public unsafe (float[] Weights, float[] Gradient) Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats>
        {
            using var optimizer = new LayerOptimizer<TFloats>(Options, Length);
            using var weights = new AlignedFloats(Length);
            using var gradient = new AlignedFloats(Length);
            for (var step = 0; step < Gradients.Length; step++)
            {
                Gradients[step].CopyTo(gradient.Span(0, Length));
                optimizer.Begin(step + 1, Rate);

                // In two goes, as the layers take it tile by tile.
                optimizer.Step(weights.Pointer, gradient.Pointer, 0, Length / 3);
                optimizer.Step(weights.Pointer + (Length / 3), gradient.Pointer + (Length / 3), Length / 3, Length * 2 / 3);
            }

            return (weights.Span(0, Length).ToArray(), gradient.Span(0, Length).ToArray());
        }
    }
}
