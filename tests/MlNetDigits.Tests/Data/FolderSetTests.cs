using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

public sealed class FolderSetTests : IDisposable
{
    private static readonly byte[] ImagesStart = [0, 0, 8, 3, 0, 0, 0, 1];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("emnist-letters-train-images-idx3-ubyte", "emnist-letters-train-labels-idx1-ubyte", DigitPart.Train)]
    [InlineData("emnist-letters-test-images-idx3-ubyte.gz", "emnist-letters-test-labels-idx1-ubyte.gz", DigitPart.Test)]
    [InlineData("qmnist-train-images-idx3-ubyte.gz", "qmnist-train-labels-idx2-int.gz", DigitPart.Train)]
    [InlineData("qmnist-test-images-idx3-ubyte", "qmnist-test-labels-idx2-int", DigitPart.Test)]
    public void Resolve_OneSet_IsTaken(string images, string labels, DigitPart part)
    {
        _folder.Write(images, ImagesStart);
        _folder.Write(labels, "");

        Assert.Equal(new IdxSource(_folder.File(images), _folder.File(labels)), DigitSource.Resolve(_folder.Path, part));
        Assert.True(DigitSource.FolderHas(_folder.Path, part));
        Assert.False(DigitSource.FolderHas(_folder.Path, part == DigitPart.Train ? DigitPart.Test : DigitPart.Train));
    }

    [Theory]
    [InlineData("test-images-idx3-ubyte", "test-labels-idx1-ubyte")]
    [InlineData("t10k-images.idx3-ubyte", "t10k-labels-idx1-ubyte")]
    [InlineData("t10k-images-idx3-ubyte.gz", "t10k-labels.idx1-ubyte")]
    public void Resolve_NamesThatProgramsMake_AreFound(string images, string labels)
    {
        _folder.Write(images, ImagesStart);
        _folder.Write(labels, "");

        Assert.Equal(new IdxSource(_folder.File(images), _folder.File(labels)), DigitSource.Resolve(_folder.Path, DigitPart.Test));
    }

    [Fact]
    public void Resolve_SeveralSets_ErrorNamesTheChoice()
    {
        foreach (var set in (string[])["emnist-letters", "emnist-balanced"])
        {
            _folder.Write($"{set}-train-images-idx3-ubyte", ImagesStart);
            _folder.Write($"{set}-train-images-idx3-ubyte.gz", ImagesStart);
        }

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(_folder.Path));

        Assert.Contains(
            "the folder holds several sets (emnist-balanced, emnist-letters); name one of the files, such as emnist-balanced-train-images-idx3-ubyte",
            exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_MnistBesideAnotherSet_IsTakenAsAlways()
    {
        _folder.Write("emnist-letters-train-images-idx3-ubyte", ImagesStart);
        _folder.Write("train-images-idx3-ubyte", ImagesStart);
        _folder.Write("train-labels-idx1-ubyte", "");

        Assert.Equal(_folder.File("train-images-idx3-ubyte"), DigitSource.Resolve(_folder.Path).Files[0]);
    }

    [Fact]
    public void Resolve_NpzWithThePart_IsTaken()
    {
        var records = DigitFiles.Records(3);
        var path = _folder.Write("mnist.npz", NpzFiles.Npz(("x_train", NpzFiles.Pictures(records)), ("y_train", NpzFiles.Labels(records))));

        Assert.Equal(new NpzSource(path, "x_train", "y_train"), DigitSource.Resolve(_folder.Path));
        Assert.False(DigitSource.FolderHas(_folder.Path, DigitPart.Test));
    }
}
