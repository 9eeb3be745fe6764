using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Simd;

/// <summary>Every operation of the kernels' floats, lane by lane, against plain arithmetic.</summary>
public class FloatsTests
{
    private const float Untouched = -7;

    private static readonly float[] A = Draw(seed: 1);
    private static readonly float[] B = Draw(seed: 2);
    private static readonly float[] C = Draw(seed: 3);

    private enum Operation
    {
        Nothing,
        Zero,
        Create,
        Add,
        Multiply,
        AddProduct,
        AddProductOfOneNumber,
    }

    /// <summary>Every width, one vector and four taken as one.</summary>
    public static TheoryData<int, bool> Kinds => new()
    {
        { 128, false }, { 256, false }, { 512, false }, { 128, true }, { 256, true }, { 512, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Width_OfEachKind_IsItsBits(int bits, bool areFour)
        => Assert.Equal(bits * (areFour ? 4 : 1), 8 * sizeof(float) * Run(Operation.Nothing, bits, areFour).Length);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LoadAndStore_AnyFloats_MoveThemInTheirOrder(int bits, bool areFour)
        => Compare(Operation.Nothing, bits, areFour, i => C[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Zero_OfEachKind_IsZeroEverywhere(int bits, bool areFour)
        => Compare(Operation.Zero, bits, areFour, _ => 0f);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Create_ANumber_IsThatNumberEverywhere(int bits, bool areFour)
        => Compare(Operation.Create, bits, areFour, _ => B[0]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_AnyFloats_AddsLaneByLane(int bits, bool areFour)
        => Compare(Operation.Add, bits, areFour, i => A[i] + B[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Multiply_AnyFloats_MultipliesLaneByLane(int bits, bool areFour)
        => Compare(Operation.Multiply, bits, areFour, i => A[i] * B[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProduct_OfFloats_AddsInPlace(int bits, bool areFour)
        => CompareSumOfProduct(Operation.AddProduct, bits, areFour, i => B[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProduct_WithOneNumber_AddsInPlace(int bits, bool areFour)
        => CompareSumOfProduct(Operation.AddProductOfOneNumber, bits, areFour, _ => B[0]);

    private static void Compare(Operation operation, int bits, bool areFour, Func<int, float> expected)
    {
        var actual = Run(operation, bits, areFour);

        Assert.Equal(Enumerable.Range(0, actual.Length).Select(expected), actual);
    }

    /// <summary>Rounded once, or twice.</summary>
    private static void CompareSumOfProduct(Operation operation, int bits, bool areFour, Func<int, float> factor)
    {
        var actual = Run(operation, bits, areFour);

        Assert.All(actual, (value, i) => Assert.Contains(
            value, new[] { MathF.FusedMultiplyAdd(A[i], factor(i), C[i]), (A[i] * factor(i)) + C[i] }));
    }

    private static float[] Run(Operation operation, int bits, bool areFour)
        => VectorCode.Of(bits).Width.Dispatch(new Work(operation, areFour));

    private static float[] Draw(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 64).Select(_ => (random.NextSingle() * 20) - 10)];
    }

    private sealed unsafe record Work(Operation Operation, bool AreFour) : IVectorWork<float[]>
    {
        public float[] Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats> => AreFour ? Apply<Floats4<TFloats>>() : Apply<TFloats>();

        private float[] Apply<TFloats>()
            where TFloats : struct, IFloats<TFloats>
        {
            float[] lanes = [.. Enumerable.Repeat(Untouched, TFloats.Width + 1)];
            fixed (float* a = A, b = B, c = C, destination = lanes)
                Apply(TFloats.Load(a), TFloats.Load(b), TFloats.Load(c)).Store(destination);
            Assert.Equal(Untouched, lanes[^1]);
            return lanes[..^1];
        }

        private TFloats Apply<TFloats>(TFloats a, TFloats b, TFloats c)
            where TFloats : struct, IFloats<TFloats>
        {
            if (Operation == Operation.AddProduct)
                c.AddProduct(a, b);
            if (Operation == Operation.AddProductOfOneNumber)
                c.AddProduct(a, B[0]);
            return Operation switch
            {
                Operation.Zero => TFloats.Zero,
                Operation.Create => TFloats.Create(B[0]),
                Operation.Add => a + b,
                Operation.Multiply => a * b,
                _ => c,
            };
        }
    }
}
