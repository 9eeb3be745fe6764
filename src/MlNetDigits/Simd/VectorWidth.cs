using System.Runtime.Intrinsics;

namespace MlNetDigits;

/// <summary>How wide a vector is. Every width works on every processor: .NET makes wide vectors of narrower ones where
/// the processor lacks them.</summary>
internal readonly record struct VectorWidth
{
    private VectorWidth(int bits) => Bits = bits;

    /// <summary>The narrowest.</summary>
    public static VectorWidth W128 => new(128);

    /// <summary>AVX2's.</summary>
    public static VectorWidth W256 => new(256);

    /// <summary>AVX-512's.</summary>
    public static VectorWidth W512 => new(512);

    /// <summary>The widest that this processor has instructions for.</summary>
    public static VectorWidth Widest
        => Vector512.IsHardwareAccelerated ? W512 : Vector256.IsHardwareAccelerated ? W256 : W128;

    /// <summary>The bits of a vector.</summary>
    public int Bits { get; }

    /// <summary>Runs work with the vectors of this width.</summary>
    public TResult Dispatch<TResult>(IVectorWork<TResult> work) => Bits switch
    {
        512 => work.Run<Floats512>(),
        256 => work.Run<Floats256>(),
        _ => work.Run<Floats128>(),
    };
}
