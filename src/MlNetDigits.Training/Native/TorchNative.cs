namespace MlNetDigits.Training;

/// <summary>TorchSharp's native libraries in this process: loaded once, before the first use of torch.</summary>
internal static class TorchNative
{
    private static readonly Lazy<TorchLoad> Once = new(() => TorchLoader.Run(
        OperatingSystem.IsLinux()
            ? PrivateCache.NativeFolder(Environment.GetEnvironmentVariable(PrivateCache.FolderVariable))
            : null));

    /// <summary>What came of it; the first to ask does the work, on whatever thread.</summary>
    public static TorchLoad Outcome => Once.Value;

    /// <summary>Loads the libraries unless they are loaded. A failure is remembered: it is not tried again.</summary>
    /// <exception cref="TorchNotAvailableException">They cannot be loaded on this system.</exception>
    public static void EnsureLoaded()
    {
        if (Outcome is TorchLoad.Failed failed)
            throw new TorchNotAvailableException(failed.Error);
    }
}
