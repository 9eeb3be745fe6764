using System.Diagnostics;
using TorchSharp;

namespace MlNetDigits.Training;

/// <summary>
/// The state of TorchSharp's native libraries in this process. <see cref="TrainingEngine.Torch"/> and
/// <see cref="SigmoidModule"/> need them; everything else works without.
/// </summary>
public sealed record TorchNativeStatus
{
    /// <summary>Whether the libraries are loaded and TorchSharp works.</summary>
    public bool IsAvailable => Error is null;

    /// <summary>The libtorch that is loaded (the file with nearly all of its code); null if none is.</summary>
    public string? LibtorchPath { get; init; }

    /// <summary>TorchSharp's native part that is loaded; null if none is.</summary>
    public string? LibTorchSharpPath { get; init; }

    /// <summary>Whether <see cref="LibTorchSharpPath"/> is a copy that was mended for this system's C++ library.</summary>
    public bool IsMendedCopy => MendReason is not null;

    /// <summary>What the system's loader said of the library as it came; null if it is used as it came.</summary>
    public string? MendReason { get; init; }

    /// <summary>The version of TorchSharp.</summary>
    public required string TorchSharpVersion { get; init; }

    /// <summary>The version of libtorch that TorchSharp was made for; null if it cannot be used.</summary>
    public string? LibtorchVersion { get; init; }

    /// <summary>How many threads torch uses within one operation; null if it cannot be used.</summary>
    public int? ThreadCount { get; init; }

    /// <summary>One sentence on what is wrong and what to do; null if nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// Loads the libraries, unless they are loaded, and tells what came of it. Never throws, and writes nothing to the
    /// console.
    /// </summary>
    /// <remarks>
    /// On Linux systems whose C++ library is older than TorchSharp asks for, a mended copy of one library (2.4 MB) is
    /// kept in <c>MlNetDigits/native</c> of the user's local application data, or below the folder that the environment
    /// variable <c>MLNETDIGITS_CACHE</c> names; in a temporary folder, for this process only, if that cannot be used.
    /// </remarks>
    public static TorchNativeStatus Probe()
    {
        try
        {
            return From(TorchNative.Outcome);
        }
        catch (Exception exception)
        {
            // The one place that catches everything: what it is for is to say what is wrong.
            return Broken($"TorchSharp {TorchLoader.Version} cannot be used: {exception.Message.TrimEnd('.')}.");
        }
    }

    private static TorchNativeStatus From(TorchLoad load)
        => load switch
        {
            TorchLoad.Failed failed => Broken(failed.Error),
            TorchLoad.Done done => new()
            {
                LibtorchPath = LoadedPath(TorchNativeNames.TorchCpu),
                LibTorchSharpPath = done.Path ?? LoadedPath(TorchNativeNames.LibTorchSharp),
                MendReason = done.MendReason,
                TorchSharpVersion = TorchLoader.Version,
                LibtorchVersion = torch.__version__,
                ThreadCount = torch.get_num_threads(),
            },
            _ => throw new UnreachableException(),
        };

    private static TorchNativeStatus Broken(string error)
        => new() { TorchSharpVersion = TorchLoader.Version, Error = error };

    private static string? LoadedPath(string name)
    {
        using var process = Process.GetCurrentProcess();
        return process.Modules.Cast<ProcessModule>()
            .Select(module => module.FileName)
            .FirstOrDefault(file => Path.GetFileName(file).Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
