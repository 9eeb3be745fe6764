using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Files;

public class AtomicFileTests
{
    [LinuxTheory]
    [InlineData("/sys/mlnetdigits.txt")]
    [InlineData("/sys/mlnetdigits/file.txt")]
    public void Write_FolderThatTakesNoFiles_OneKindOfException(string path)
    {
        // Not even of the superuser.
        Assert.ThrowsAny<IOException>(() => AtomicFile.WriteText(path, "text"));
        Assert.ThrowsAny<IOException>(() => AtomicFile.WriteAll(Path.GetDirectoryName(path)!, [("file.txt", "text"u8.ToArray())]));
    }

    [Fact]
    public void WriteAll_NewFolder_AllFilesAndNothingElse()
    {
        using var folder = new TemporaryFolder();

        AtomicFile.WriteAll(folder.File("made/here"), [("a.txt", "one"u8.ToArray()), ("b.txt", "two"u8.ToArray())]);

        Assert.Equal(["a.txt", "b.txt"], Directory.GetFiles(folder.File("made/here")).Select(Path.GetFileName).Order());
        Assert.Equal("two", File.ReadAllText(folder.File("made/here/b.txt")));
    }

    [Fact]
    public void WriteAll_FilesThatAreThere_AreReplacedAndOthersStay()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "old and longer");
        folder.Write("mine.txt", "mine");

        AtomicFile.WriteAll(folder.Path, [("a.txt", "new"u8.ToArray())]);

        Assert.Equal("new", File.ReadAllText(folder.File("a.txt")));
        Assert.Equal(["a.txt", "mine.txt"], folder.Names());
    }

    [Fact]
    public void WriteAll_ANameIsTakenByAFolder_NothingIsTouched()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "old");
        Directory.CreateDirectory(folder.File("b.txt"));

        Assert.Throws<IOException>(
            () => AtomicFile.WriteAll(folder.Path, [("a.txt", "new"u8.ToArray()), ("b.txt", "new"u8.ToArray())]));

        Assert.Equal("old", File.ReadAllText(folder.File("a.txt")));
        Assert.Equal(["a.txt", "b.txt"], folder.Names());
    }

    [Fact]
    public void WriteAll_AFileCannotBeWritten_NothingIsTouched()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "old");

        Assert.ThrowsAny<IOException>(
            () => AtomicFile.WriteAll(folder.Path, [("a.txt", "new"u8.ToArray()), ("missing/b.txt", "new"u8.ToArray())]));

        Assert.Equal("old", File.ReadAllText(folder.File("a.txt")));
        Assert.Equal(["a.txt"], folder.Names());
    }
}
