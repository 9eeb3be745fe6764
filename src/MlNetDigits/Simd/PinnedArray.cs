using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlNetDigits;

/// <summary>Arrays that the kernels point into.</summary>
internal static unsafe class PinnedArray
{
    /// <summary>Points to the first element.</summary>
    /// <param name="array">An array that was allocated pinned, and is kept alive by the caller.</param>
    public static T* Pointer<T>(T[] array)
        where T : unmanaged => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
