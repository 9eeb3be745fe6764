using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Native;

[Collection(TorchCollection.Name)]
public sealed class TorchLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Load_NothingFound_SaysWhatWasLookedForWhereAndWhatToDo()
    {
        var files = TorchNativeFiles.Find([_folder.Path]);

        var failed = Assert.IsType<TorchLoad.Failed>(TorchLoader.Load(files, cacheFolder: null));

        Assert.Contains(TorchNativeNames.LibTorchSharp, failed.Error, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, failed.Error, StringComparison.Ordinal);
        Assert.Contains("reference the package TorchSharp-cpu", failed.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Load_NotALibrary_HasTheLoadersOwnWordsInOneSentence()
    {
        var path = _folder.Write(TorchNativeNames.LibTorchSharp, new string('x', 1000));

        var failed = Assert.IsType<TorchLoad.Failed>(TorchLoader.Load(TorchNativeFiles.Find([_folder.Path]), null));

        Assert.Contains($"loading {path} failed with", failed.Error, StringComparison.Ordinal);
        Assert.Contains("invalid ELF header", failed.Error, StringComparison.Ordinal);
        Assert.Contains("glibc 2.34", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("strace", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Error);
    }

    [LinuxFact]
    public void Load_LibtorchDoesNotLoad_NamesThatFile()
    {
        _folder.Write(TorchNativeNames.LibTorchSharp, "");
        var torch = _folder.Write(TorchNativeNames.Torch, new string('x', 1000));

        var failed = Assert.IsType<TorchLoad.Failed>(TorchLoader.Load(TorchNativeFiles.Find([_folder.Path]), null));

        Assert.Contains($"loading {torch} failed with", failed.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Load_CacheFolderCannotBeMade_WorksWithoutIt()
    {
        var files = TorchNativeFiles.Find(TorchNativeFiles.FoldersOfThisProcess());
        // A file where the folder should be: not even the administrator can make it.
        var notAFolder = _folder.Write("taken", "");

        var done = Assert.IsType<TorchLoad.Done>(TorchLoader.Load(files, Path.Combine(notAFolder, "native")));

        Assert.NotEqual(0, done.Handle);
        if (done.MendReason is not null)
            Assert.False(Directory.Exists(Path.GetDirectoryName(done.Path)), "The temporary copy was left behind.");
    }

    [LinuxFact]
    public void Find_FilesInSeveralFolders_TakesTheFirstOfEach()
    {
        _folder.Write(TorchNativeNames.Torch, "");
        var (first, second) = (_folder.File("first"), _folder.File("second"));
        Directory.CreateDirectory(first);
        Directory.CreateDirectory(second);
        File.WriteAllText(Path.Combine(second, TorchNativeNames.LibTorchSharp), "");
        File.WriteAllText(Path.Combine(second, TorchNativeNames.TorchCpu), "");
        File.WriteAllText(Path.Combine(first, TorchNativeNames.TorchCpu), "");

        var files = TorchNativeFiles.Find([first, second, _folder.Path]);

        Assert.Equal(Path.Combine(second, TorchNativeNames.LibTorchSharp), files.LibTorchSharp);
        Assert.Equal([Path.Combine(first, TorchNativeNames.TorchCpu), _folder.File(TorchNativeNames.Torch)], files.Torch.ToArray());
    }

    public void Dispose() => _folder.Dispose();
}
