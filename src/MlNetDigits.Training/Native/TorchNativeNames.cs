using System.Runtime.InteropServices;

namespace MlNetDigits.Training;

/// <summary>What the native libraries are called on this system.</summary>
internal static class TorchNativeNames
{
    /// <summary>The name that TorchSharp asks the runtime for.</summary>
    public const string Import = "LibTorchSharp";

    /// <summary>The file of TorchSharp's own native part.</summary>
    public static string LibTorchSharp => FileName(Import);

    /// <summary>The file of libtorch that holds nearly all of its code.</summary>
    public static string TorchCpu => FileName("torch_cpu");

    /// <summary>The file of libtorch that names the others.</summary>
    public static string Torch => FileName("torch");

    /// <summary>The part of a package's or output's <c>runtimes</c> folder that is for this process.</summary>
    public static string RuntimeIdentifier
        => $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-"
            + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static string FileName(string name)
        => OperatingSystem.IsWindows() ? $"{name}.dll"
            : OperatingSystem.IsMacOS() ? $"lib{name}.dylib"
            : $"lib{name}.so";
}
