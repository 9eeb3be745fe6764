using System.Collections.Immutable;
using TorchSharp;

namespace MlNetDigits.Training;

/// <summary>Where the native libraries of TorchSharp are, as far as they are found.</summary>
/// <param name="LibTorchSharp">TorchSharp's own native part, or null.</param>
/// <param name="Torch">The two files of libtorch that TorchSharp's part needs first, in the order to load them.</param>
/// <param name="Searched">The folders that were looked in.</param>
internal sealed record TorchNativeFiles(
    string? LibTorchSharp, ImmutableArray<string> Torch, ImmutableArray<string> Searched)
{
    /// <summary>
    /// The names of libtorch's files that were not found. TorchSharp's own part comes with its managed one, so that
    /// these are what an app without <c>TorchSharp-cpu</c> lacks.
    /// </summary>
    public IEnumerable<string> MissingTorch => TorchNames.Except(Torch.Select(path => Path.GetFileName(path)));

    /// <summary>Whether every file is there.</summary>
    public bool IsComplete => LibTorchSharp is not null && !MissingTorch.Any();

    private static string[] TorchNames => [TorchNativeNames.TorchCpu, TorchNativeNames.Torch];

    /// <summary>
    /// Looks in the given folders, first come first served. The files may be in different ones: an app that runs on
    /// the package cache has each package's files in a folder of its own.
    /// </summary>
    public static TorchNativeFiles Find(IEnumerable<string> folders)
    {
        var searched = folders.ToImmutableArray();
        return new(
            Find(searched, TorchNativeNames.LibTorchSharp),
            [.. TorchNames.Select(name => Find(searched, name)).OfType<string>()],
            searched);
    }

    /// <summary>The folders of this process: those that the host was told of, then those beside the app.</summary>
    public static ImmutableArray<string> FoldersOfThisProcess()
    {
        var told = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        // Empty in an app that was published as one file.
        var assembly = Path.GetDirectoryName(typeof(torch).Assembly.Location) ?? "";
        var native = Path.Combine("runtimes", TorchNativeNames.RuntimeIdentifier, "native");
        string[] beside = [AppContext.BaseDirectory, assembly];

        return
        [
            .. told.Split(Path.PathSeparator)
                .Concat(beside)
                .Concat(beside.Select(folder => Path.Combine(folder, native)))
                .Where(Path.IsPathFullyQualified)
                .Select(folder => Path.TrimEndingDirectorySeparator(folder))
                .Distinct(),
        ];
    }

    private static string? Find(ImmutableArray<string> folders, string name)
        => folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
