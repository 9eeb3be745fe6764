namespace MlNetDigits.Training;

/// <summary>The sentences for people whose system cannot load TorchSharp.</summary>
internal static class TorchAdvice
{
    /// <summary>A native library was not found: TorchSharp's own part or libtorch.</summary>
    public static string NotFound(string version, string library, IEnumerable<string> searched)
        => $"TorchSharp {version} cannot be used: its native library {library} for "
            + $"{TorchNativeNames.RuntimeIdentifier} is in none of {string.Join(", ", searched)}; reference the package "
            + "TorchSharp-cpu in the project that is run, and run it on linux-x64 (with glibc), win-x64 or osx-arm64, the "
            + "systems that package has libraries for.";

    /// <summary>The loader refused a library that is there.</summary>
    public static string NotLoaded(string version, string path, string loaderError)
        => $"TorchSharp {version} cannot be used: loading {path} failed with \"{loaderError}\"; "
            + $"{WhatToDo(loaderError)}.";

    private static string WhatToDo(string loaderError)
        => OperatingSystem.IsWindows()
            // ERROR_PROC_NOT_FOUND: the package's own files do not fit together (dotnet/TorchSharp#1567).
            ? loaderError.Contains("0x8007007F", StringComparison.OrdinalIgnoreCase)
                ? "this version's files do not fit together on Windows: update TorchSharp"
                : "install the latest Microsoft Visual C++ Redistributable, or update TorchSharp if that does not help"
            : OperatingSystem.IsMacOS()
                ? "it needs an Apple silicon processor and a recent macOS: update macOS, or update TorchSharp"
                : "it needs glibc 2.34 or newer and the libstdc++ of GCC 12 or newer, as in Debian 12, Ubuntu 22.04 or later "
                    + "systems, and all files of its native folder";
}
