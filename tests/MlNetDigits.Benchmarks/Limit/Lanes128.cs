using System.Runtime.Intrinsics;

namespace MlNetDigits.Benchmarks;

/// <summary>4 floats.</summary>
internal readonly struct Lanes128(Vector128<float> value) : ILanes<Lanes128>
{
    private readonly Vector128<float> _value = value;

    public static int Width => Vector128<float>.Count;

    public static Lanes128 Load(ref float source) => new(Vector128.LoadUnsafe(ref source));

    public static Lanes128 Broadcast(float value) => new(Vector128.Create(value));

    public static Lanes128 MultiplyAdd(Lanes128 left, Lanes128 right, Lanes128 addend)
        => new(Vector128.MultiplyAddEstimate(left._value, right._value, addend._value));

    public void Store(ref float destination) => _value.StoreUnsafe(ref destination);

    public float Sum() => Vector128.Sum(_value);
}
