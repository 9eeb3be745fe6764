using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Simd;

/// <summary>What one vector can do beside, against plain arithmetic.</summary>
public class FloatMathTests
{
    private const float Infinity = float.PositiveInfinity;

    private enum Operation
    {
        Divide,
        MultiplyAdd,
        Clamp,
        Round,
        PowerOfTwo,
        Sum,
    }

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Divide_AnyFloats_IsTheNearestQuotient(int bits)
        => Assert.All(
            Pairs([1, -1, 3, 0.1f, 1e30f, Infinity, float.NaN], [1, -7, 1e-20f, 0, Infinity]),
            pair => Assert.Equal(pair.A / pair.B, Run(Operation.Divide, bits, pair.A, pair.B)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void MultiplyAdd_AnyFloats_IsRoundedOnceOrTwice(int bits)
    {
        var random = new Random(1);
        for (var i = 0; i < 100; i++)
        {
            var (a, b, c) = (random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);

            Assert.Contains(
                Run(Operation.MultiplyAdd, bits, a, b, c), new[] { MathF.FusedMultiplyAdd(a, b, c), (a * b) + c });
        }
    }

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Clamp_AnyFloats_IsTheNearestWithin(int bits)
        => Assert.All(
            [-Infinity, -88f, -87f, -1f, 0f, 86.9f, 87f, 1e30f, Infinity],
            value => Assert.Equal(Math.Clamp(value, -87f, 87f), Run(Operation.Clamp, bits, value, -87, 87)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Clamp_NotANumber_StaysNotANumber(int bits)
        => Assert.Equal(float.NaN, Run(Operation.Clamp, bits, float.NaN, -87, 87));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Round_AnyFloats_IsTheNearestWholeOrTheEvenOfTwo(int bits)
        => Assert.All(
            [0f, 0.4f, 0.5f, 0.50001f, 1.5f, 2.5f, -0.5f, -1.5f, -2.5f, 125.49f, 8388607.5f, 1e30f, Infinity, float.NaN],
            value => Assert.Equal(MathF.Round(value, MidpointRounding.ToEven), Run(Operation.Round, bits, value)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void PowerOfTwo_EveryExponent_IsExact(int bits)
        => Assert.All(
            Enumerable.Range(-126, 254),
            exponent => Assert.Equal((float)Math.Pow(2, exponent), Run(Operation.PowerOfTwo, bits, exponent)));

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void Sum_DifferentLanes_AddsEachOnce(int bits)
    {
        // Powers of two, each lane's own: the sum tells which were added, and is exact.
        var width = bits / 32;
        float[] lanes = [.. Enumerable.Range(0, width).Select(i => (float)(1 << i))];

        var sum = VectorCode.Of(bits).Width.Dispatch(new Work(Operation.Sum, lanes, lanes, lanes))[0];

        Assert.Equal((1 << width) - 1, sum);
    }

    private static IEnumerable<(float A, float B)> Pairs(float[] first, float[] second)
        => first.SelectMany(_ => second, (a, b) => (a, b));

    /// <summary>The answer of every lane, which must be the same.</summary>
    private static float Run(Operation operation, int bits, float a, float b = 0, float c = 0)
    {
        var answers = VectorCode.Of(bits).Width.Dispatch(new Work(operation, Lanes(bits, a), Lanes(bits, b), Lanes(bits, c)));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        return answers[0];
    }

    private static float[] Lanes(int bits, float value) => [.. Enumerable.Repeat(value, bits / 32)];

    private sealed unsafe record Work(Operation Operation, float[] A, float[] B, float[] C) : IVectorWork<float[]>
    {
        public float[] Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats>
        {
            var answers = new float[TFloats.Width];
            fixed (float* a = A, b = B, c = C, destination = answers)
                Apply(TFloats.Load(a), TFloats.Load(b), TFloats.Load(c)).Store(destination);
            return answers;
        }

        private TFloats Apply<TFloats>(TFloats a, TFloats b, TFloats c)
            where TFloats : struct, IFloatMath<TFloats> => Operation switch
            {
                Operation.Divide => a / b,
                Operation.MultiplyAdd => TFloats.MultiplyAdd(a, b, c),
                Operation.Clamp => TFloats.Clamp(a, b, c),
                Operation.Round => TFloats.Round(a),
                Operation.PowerOfTwo => TFloats.PowerOfTwo(a),
                _ => TFloats.Create(TFloats.Sum(a)),
            };
    }
}
