using System.Runtime.InteropServices;

namespace MlNetDigits;

/// <summary>
/// Large arrays that Linux is asked to back with huge pages: filling an array for the first time costs a page fault
/// every 4 KB otherwise, which on a virtual machine may take longer than reading the data.
/// </summary>
internal static unsafe class HugePages
{
    // An array must hold some of the usual 2 MB for the call to be worth it.
    private const int LeastBytes = 4 << 20;
    private const int AdviseHugePage = 14;

    /// <summary>Allocates an array that does not move; its elements are whatever was there before.</summary>
    /// <param name="length">The number of elements.</param>
    /// <returns>The array.</returns>
    public static T[] Allocate<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length, pinned: true);
        var bytes = (nuint)length * (nuint)sizeof(T);
        if (bytes >= LeastBytes && OperatingSystem.IsLinux())
            Ask((nuint)PinnedArray.Pointer(array), bytes);
        return array;
    }

    // A wish: whether it is granted changes nothing but the time, so nobody looks at what is returned.
    private static void Ask(nuint start, nuint bytes)
    {
        var page = (nuint)Environment.SystemPageSize;
        var first = (start + page - 1) / page * page;
        try
        {
            _ = Advise((void*)first, (start + bytes - first) / page * page, AdviseHugePage);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // A Linux whose C library has another name: the array is as good without.
        }
    }

    [DllImport("libc", EntryPoint = "madvise")]
    private static extern int Advise(void* address, nuint length, int advice);
}
