using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MlNetDigits;

/// <summary>
/// Asks for rows that another thread has written: one after another, each line would take as long to come from another
/// core as some hundred additions; all together they take as long as a few.
/// </summary>
internal static unsafe class RemoteRows
{
    private const int FloatsPerLine = 16;

    /// <summary>Asks for some rows.</summary>
    /// <param name="rows">The first row.</param>
    /// <param name="width">The floats of a row that are wanted.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="count">The number of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prefetch(float* rows, int width, int stride, int count)
    {
        if (!Sse.IsSupported)
            return;
        for (var row = 0; row < count; row++, rows += stride)
        {
            for (var i = 0; i < width; i += FloatsPerLine)
                Sse.Prefetch0(rows + i);
        }
    }
}
