using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace MlNetDigits.Training;

/// <summary>
/// Loads TorchSharp's native part on systems whose libstdc++ is older than the one it was built with. The part asks for
/// one symbol of the newer version, which it never calls: the symbol only says that the C++ streams are set up by
/// libstdc++ itself. With an older libstdc++ it is libtorch, built the older way, that sets them up when it is loaded,
/// which is why it must be loaded before. So the need for that version is marked weak, in a copy: the file itself
/// belongs to the package cache or to a build's output.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class MendedLibrary
{
    /// <summary>The version of libstdc++'s symbols that can be done without.</summary>
    public const string DispensableVersion = "GLIBCXX_3.4.32";

    /// <summary>Whether the loader's words, in whatever language, are about that version and no other.</summary>
    public static bool Helps(string loaderError) => loaderError.Contains(DispensableVersion, StringComparison.Ordinal);

    /// <summary>Loads a mended copy from the cache, or from a folder of this process alone if that cannot be used.</summary>
    /// <param name="path">The library as it came.</param>
    /// <param name="cacheFolder">Where copies are kept; null for nowhere.</param>
    /// <param name="loaderError">Why the library itself does not load.</param>
    /// <exception cref="DllNotFoundException">The mended copy does not load either, or could not be made.</exception>
    public static TorchLoad.Done Load(string path, string? cacheFolder, string loaderError)
    {
        var mend = ElfVersionNeeds.MarkWeak(File.ReadAllBytes(path), DispensableVersion);
        if (mend.Outcome is not ElfMendOutcome.Mended)
            throw new DllNotFoundException(loaderError);

        return (cacheFolder is null ? null : FromCache(cacheFolder, path, mend.Bytes, loaderError))
            ?? FromTemporaryFolder(path, mend.Bytes, loaderError);
    }

    private static TorchLoad.Done? FromCache(string folder, string path, byte[] mended, string reason)
    {
        try
        {
            var copy = PrivateCache.Put(folder, Path.GetFileName(path), mended);
            return new(NativeLibrary.Load(copy), copy, reason);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            // A read-only home, a file system that runs no programs: the temporary folder may do, and if it does not,
            // its error is the one to show.
            return null;
        }
    }

    private static TorchLoad.Done FromTemporaryFolder(string path, byte[] mended, string reason)
    {
        // Random and for its owner only: a name that others could guess could be theirs already.
        var folder = Directory.CreateTempSubdirectory("mlnetdigits-").FullName;
        try
        {
            var copy = PrivateCache.Put(folder, Path.GetFileName(path), mended);
            return new(NativeLibrary.Load(copy), copy, reason);
        }
        finally
        {
            // What is loaded stays loaded.
            Directory.Delete(folder, recursive: true);
        }
    }
}
