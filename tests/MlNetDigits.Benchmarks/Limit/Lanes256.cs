using System.Runtime.Intrinsics;

namespace MlNetDigits.Benchmarks;

/// <summary>8 floats.</summary>
internal readonly struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
{
    private readonly Vector256<float> _value = value;

    public static int Width => Vector256<float>.Count;

    public static Lanes256 Load(ref float source) => new(Vector256.LoadUnsafe(ref source));

    public static Lanes256 Broadcast(float value) => new(Vector256.Create(value));

    public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 addend)
        => new(Vector256.MultiplyAddEstimate(left._value, right._value, addend._value));

    public void Store(ref float destination) => _value.StoreUnsafe(ref destination);

    public float Sum() => Vector256.Sum(_value);
}
