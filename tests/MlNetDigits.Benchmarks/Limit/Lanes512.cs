using System.Runtime.Intrinsics;

namespace MlNetDigits.Benchmarks;

/// <summary>16 floats.</summary>
internal readonly struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
{
    private readonly Vector512<float> _value = value;

    public static int Width => Vector512<float>.Count;

    public static Lanes512 Load(ref float source) => new(Vector512.LoadUnsafe(ref source));

    public static Lanes512 Broadcast(float value) => new(Vector512.Create(value));

    public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 addend)
        => new(Vector512.MultiplyAddEstimate(left._value, right._value, addend._value));

    public void Store(ref float destination) => _value.StoreUnsafe(ref destination);

    public float Sum() => Vector512.Sum(_value);
}
