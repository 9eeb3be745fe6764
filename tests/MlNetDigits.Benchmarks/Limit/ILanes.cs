namespace MlNetDigits.Benchmarks;

/// <summary>A vector of floats of some width, so that a kernel is written once for all widths.</summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of floats.</summary>
    static abstract int Width { get; }

    static abstract TSelf Load(ref float source);

    static abstract TSelf Broadcast(float value);

    /// <summary><c>left * right + addend</c>, in one instruction where the machine has it.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    void Store(ref float destination);

    float Sum();
}
