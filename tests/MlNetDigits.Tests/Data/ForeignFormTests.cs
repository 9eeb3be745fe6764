using System.IO.Compression;
using System.Text;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

/// <summary>What people give that is not read: each is called by its name, with the way out.</summary>
public sealed class ForeignFormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "emnist-letters.mat", Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, Platform: GLNXA64"), "is a MATLAB or HDF5 file" },
        { "digits.h5", [0x89, .. "HDF\r\n"u8, 0x1A, 10], "is a MATLAB or HDF5 file" },
        { "train.parquet", [.. "PAR1"u8, 21, 4, 21], "is a Parquet or Arrow file" },
        { "mnist.pkl", [0x80, 3, (byte)'}', (byte)'q'], "is a pickle of Python's" },
        { "mnist.pkl.gz", DigitFiles.Gzip([0x80, 3, (byte)'}', (byte)'q']), "is packed with gzip; inside it is a pickle of Python's" },
        { "x.npy", NpzFiles.Npy("|u1", "(3, 28, 28)", new byte[3 * 784]), "is a single array of numpy's" },
        { "seven.png", [0x89, .. "PNG\r\n"u8, 0x1A, 10], "is a PNG picture, not a set of labelled digits" },
        { "seven.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "is a JPEG picture" },
        { "seven.csv", [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBP"u8], "is a WebP picture" },
        { "mnist.tar", [.. new byte[257], .. "ustar"u8, .. new byte[250]], "is a tar archive" },
        { "gzip.zip", Zip("gzip/a-images-idx3-ubyte.gz", "gzip/b.gz", "gzip/c.gz", "gzip/d.gz"), "is a zip file that holds gzip/a-images-idx3-ubyte.gz, gzip/b.gz, gzip/c.gz and 1 more; unpack it" },
        { "training.pt", Zip("training/data.pkl", "training/data/0"), "is a file of PyTorch's" },
        { "mnist.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook" },
        { "none.zip", Zip(), "is an empty zip file" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Resolve_ForeignFile_ErrorNamesItAndTheWayOut(string name, byte[] content, string said)
    {
        var path = _folder.Write(name, content);

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(path));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Equal(path, exception.Path);
    }

    [Fact]
    public void Resolve_FolderOfPicturesByClass_ErrorSaysWhatToDo()
    {
        Directory.CreateDirectory(_folder.File("7"));
        _folder.Write("7/a.png", [0x89]);

        AssertFolderProblem("it holds folders of pictures (7), which cannot be learned from as they are");
    }

    [Fact]
    public void Resolve_FolderOfPictures_ErrorSaysWhoReadsThem()
    {
        _folder.Write("a.png", [0x89]);

        AssertFolderProblem("it holds pictures, which 'digits predict' reads");
    }

    [Fact]
    public void Resolve_FolderAboveTheData_ErrorNamesIt()
    {
        Directory.CreateDirectory(_folder.File("raw"));
        _folder.Write("raw/train-images-idx3-ubyte", "");

        AssertFolderProblem("its folder raw holds data, so name that");
    }

    private static byte[] Zip(params string[] names)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
                archive.CreateEntry(name);
        }

        // An archive of nothing starts otherwise.
        return names.Length > 0 ? file.ToArray() : ZipOfAFolder();
    }

    private static byte[] ZipOfAFolder()
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("folder/");
        return file.ToArray();
    }

    private void AssertFolderProblem(string said)
    {
        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(_folder.Path));
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }
}
