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
        AddProductOfMemory,
    }

    /// <summary>Every width, and none, one, two and four vectors taken as one.</summary>
    public static TheoryData<int, int> Kinds => VectorKinds.Of(0, 1, 2, 4);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Width_OfEachKind_IsItsBits(int bits, int vectors)
        => Assert.Equal(bits * vectors, 8 * sizeof(float) * Run(Operation.Nothing, bits, vectors).Length);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LoadAndStore_AnyFloats_MoveThemInTheirOrder(int bits, int vectors)
        => Compare(Operation.Nothing, bits, vectors, i => C[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Zero_OfEachKind_IsZeroEverywhere(int bits, int vectors)
        => Compare(Operation.Zero, bits, vectors, _ => 0f);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Create_ANumber_IsThatNumberEverywhere(int bits, int vectors)
        => Compare(Operation.Create, bits, vectors, _ => B[0]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_AnyFloats_AddsLaneByLane(int bits, int vectors)
        => Compare(Operation.Add, bits, vectors, i => A[i] + B[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Multiply_AnyFloats_MultipliesLaneByLane(int bits, int vectors)
        => Compare(Operation.Multiply, bits, vectors, i => A[i] * B[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProduct_OfFloats_AddsInPlace(int bits, int vectors)
        => CompareSumOfProduct(Operation.AddProduct, bits, vectors, i => B[i]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProduct_WithOneNumber_AddsInPlace(int bits, int vectors)
        => CompareSumOfProduct(Operation.AddProductOfOneNumber, bits, vectors, _ => B[0]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProduct_OfMemoryWithOneNumber_AddsInPlace(int bits, int vectors)
        => CompareSumOfProduct(Operation.AddProductOfMemory, bits, vectors, _ => B[0]);

    private static void Compare(Operation operation, int bits, int vectors, Func<int, float> expected)
    {
        var actual = Run(operation, bits, vectors);

        Assert.Equal(Enumerable.Range(0, actual.Length).Select(expected), actual);
    }

    /// <summary>Rounded once, or twice.</summary>
    private static void CompareSumOfProduct(Operation operation, int bits, int vectors, Func<int, float> factor)
    {
        var actual = Run(operation, bits, vectors);

        Assert.All(actual, (value, i) => Assert.Contains(
            value, new[] { MathF.FusedMultiplyAdd(A[i], factor(i), C[i]), (A[i] * factor(i)) + C[i] }));
    }

    private static float[] Run(Operation operation, int bits, int vectors)
        => VectorCode.Of(bits).Width.Dispatch(new Work(operation, vectors));

    private static float[] Draw(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 64).Select(_ => (random.NextSingle() * 20) - 10)];
    }

    private sealed unsafe record Work(Operation Operation, int Vectors) : IVectorWork<float[]>
    {
        public float[] Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats>
            => Vectors switch
            {
                0 => Apply<NoFloats>(),
                1 => Apply<TFloats>(),
                2 => Apply<Floats2<TFloats>>(),
                _ => Apply<Floats4<TFloats>>(),
            };

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
            if (Operation == Operation.AddProductOfMemory)
            {
                fixed (float* memory = A)
                    c.AddProduct(memory, B[0]);
            }

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
