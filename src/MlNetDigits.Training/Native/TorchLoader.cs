using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using TorchSharp;

namespace MlNetDigits.Training;

/// <summary>Loads TorchSharp's native libraries and tells the runtime where TorchSharp's own part is.</summary>
/// <remarks>
/// TorchSharp has a loader of its own. When it fails it writes a page that blames a missing package to standard output,
/// so it is only asked when it can no longer fail.
/// </remarks>
internal static class TorchLoader
{
    private static Assembly Managed => typeof(torch).Assembly;

    /// <summary>TorchSharp's version.</summary>
    public static string Version { get; } =
        Managed.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? Managed.GetName().Version!.ToString();

    /// <summary>Loads what TorchSharp needs and has it initialise.</summary>
    /// <param name="cacheFolder">Where mended copies are kept; null for nowhere.</param>
    public static TorchLoad Run(string? cacheFolder)
    {
        // This is how TorchSharp will ask. It finds libraries that are where the runtime looks, that the system's own
        // search path has, and that somebody has loaded before.
        if (NativeLibrary.TryLoad(TorchNativeNames.Import, Managed, null, out var handle))
            return Initialized(new TorchLoad.Done(handle));

        var load = Load(TorchNativeFiles.Find(TorchNativeFiles.FoldersOfThisProcess()), cacheFolder);
        if (load is not TorchLoad.Done done)
            return load;

        var context = AssemblyLoadContext.GetLoadContext(Managed) ?? AssemblyLoadContext.Default;
        context.ResolvingUnmanagedDll += (assembly, name)
            => assembly == Managed && name == TorchNativeNames.Import ? done.Handle : 0;
        return Initialized(done);
    }

    /// <summary>Loads the given files: libtorch first, then TorchSharp's part, mended if it must be.</summary>
    public static TorchLoad Load(TorchNativeFiles files, string? cacheFolder)
    {
        if (files.LibTorchSharp is not { } path)
            return new TorchLoad.Failed(TorchAdvice.NotFound(Version, TorchNativeNames.LibTorchSharp, files.Searched));

        foreach (var library in files.Torch)
        {
            if (!TryLoad(library, out _, out var torchError))
                return new TorchLoad.Failed(TorchAdvice.NotLoaded(Version, library, torchError));
        }

        if (TryLoad(path, out var handle, out var error))
            return new TorchLoad.Done(handle, path);

        if (OperatingSystem.IsLinux() && MendedLibrary.Helps(error))
            return Mended(path, cacheFolder, error);
        return new TorchLoad.Failed(
            files.MissingTorch.FirstOrDefault(name => IsAbout(name, error)) is { } missing
                ? TorchAdvice.NotFound(Version, missing, files.Searched)
                : TorchAdvice.NotLoaded(Version, path, error));
    }

    /// <summary>Whether the loader misses that file; Windows' does not say which it misses (ERROR_MOD_NOT_FOUND).</summary>
    private static bool IsAbout(string library, string error)
        => error.Contains(library, StringComparison.OrdinalIgnoreCase)
            || (OperatingSystem.IsWindows() && error.Contains("0x8007007E", StringComparison.OrdinalIgnoreCase));

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private static TorchLoad Mended(string path, string? cacheFolder, string error)
    {
        try
        {
            return MendedLibrary.Load(path, cacheFolder, error);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            return new TorchLoad.Failed(TorchAdvice.NotLoaded(Version, path, LoaderError.From(exception)));
        }
    }

    private static bool TryLoad(string path, out nint handle, out string error)
    {
        try
        {
            (handle, error) = (NativeLibrary.Load(path), "");
            return true;
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            (handle, error) = (0, LoaderError.From(exception));
            return false;
        }
    }

    private static TorchLoad Initialized(TorchLoad.Done done)
    {
        if (!NativeLibrary.TryLoad(TorchNativeNames.Import, Managed, null, out _))
        {
            return new TorchLoad.Failed(TorchAdvice.NotLoaded(
                Version, done.Path ?? TorchNativeNames.LibTorchSharp, "the runtime does not find what was loaded"));
        }

        torch.InitializeDeviceType(DeviceType.CPU);
        return done;
    }
}
