using System.Runtime.Versioning;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Native;

[SupportedOSPlatform("linux")]
public sealed class PrivateCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [LinuxFact]
    public void Put_NewFolder_IsForItsOwnerOnlyAndHoldsTheBytes()
    {
        var folder = _folder.File("cache/native");

        var path = PrivateCache.Put(folder, "a.so", [1, 2, 3]);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal([Path.GetFileName(path)], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [LinuxFact]
    public void Put_OtherContents_GetAnotherFile()
    {
        var folder = _folder.File("native");

        var (first, second) = (PrivateCache.Put(folder, "a.so", [1]), PrivateCache.Put(folder, "a.so", [2]));

        Assert.NotEqual(first, second);
        Assert.Equal([1], File.ReadAllBytes(first));
    }

    [LinuxFact]
    public void Put_SameContents_LeavesTheFileAlone()
    {
        var path = PrivateCache.Put(_folder.File("native"), "a.so", [1]);
        var written = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);

        Assert.Equal(path, PrivateCache.Put(_folder.File("native"), "a.so", [1]));

        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
    }

    [LinuxTheory]
    [InlineData(new byte[] { 1, 2, 9 })]
    [InlineData(new byte[] { 1 })]
    public void Put_FileWasChanged_ReplacesIt(byte[] changed)
    {
        var path = PrivateCache.Put(_folder.File("native"), "a.so", [1, 2, 3]);
        File.WriteAllBytes(path, changed);

        PrivateCache.Put(_folder.File("native"), "a.so", [1, 2, 3]);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
    }

    [LinuxFact]
    public void Put_OthersMayWriteToTheFolder_Throws()
    {
        var folder = Directory.CreateDirectory(_folder.File("native")).FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherWrite);

        Assert.Throws<UnauthorizedAccessException>(() => PrivateCache.Put(folder, "a.so", [1]));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [LinuxTheory]
    [InlineData("/somewhere", "/somewhere/native")]
    [InlineData("/somewhere/../else", "/else/native")]
    public void NativeFolder_Named_IsBelowIt(string named, string expected)
        => Assert.Equal(expected, PrivateCache.NativeFolder(named));

    [LinuxTheory]
    [InlineData(null)]
    [InlineData("")]
    public void NativeFolder_NotNamed_IsTheUsersOwn(string? named)
        => Assert.EndsWith("/MlNetDigits/native", PrivateCache.NativeFolder(named));

    public void Dispose() => _folder.Dispose();
}
