using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

public sealed class DigitSourceTests : IDisposable
{
    private static readonly byte[] ImagesStart = [0, 0, 8, 3, 0, 0, 0, 1];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train-images-idx3-ubyte", "train-labels-idx1-ubyte")]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte")]
    [InlineData("train-images-idx3-ubyte", "train-labels-idx1-ubyte.gz")]
    [InlineData("train-images.idx3-ubyte", "train-labels.idx1-ubyte")]
    public void Resolve_FolderWithUsualNames_FindsThePair(string images, string labels)
    {
        _folder.Write(images, ImagesStart);
        _folder.Write(labels, "");

        Assert.Equal(new IdxSource(_folder.File(images), _folder.File(labels)), DigitSource.Resolve(_folder.Path));
    }

    [Theory]
    [InlineData("mnist_train.csv", DigitPart.Train)]
    [InlineData("digits-train.csv", DigitPart.Train)]
    [InlineData("mnist_test.csv", DigitPart.Test)]
    [InlineData("digits-test.csv", DigitPart.Test)]
    public void Resolve_FolderWithCsv_FindsThePart(string name, DigitPart part)
    {
        _folder.Write(name, "");

        Assert.Equal(new CsvSource(_folder.File(name)), DigitSource.Resolve(_folder.Path, part));
    }

    [Fact]
    public void Resolve_FolderWithoutThePart_ErrorListsWhatWasLookedFor()
    {
        _folder.Write("digits-train.csv", "");

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(_folder.Path, DigitPart.Test));

        Assert.Contains("no test data (the folder holds train data only)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("t10k-images-idx3-ubyte.gz", exception.Message, StringComparison.Ordinal);
        Assert.Contains("mnist_test.csv, digits-test.csv", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderHas_TrainOnly_SaysSo()
    {
        _folder.Write("digits-train.csv", "");

        Assert.True(DigitSource.FolderHas(_folder.Path, DigitPart.Train));
        Assert.False(DigitSource.FolderHas(_folder.Path, DigitPart.Test));
    }

    [Fact]
    public void FolderHas_File_HasNoParts()
        => Assert.False(DigitSource.FolderHas(_folder.Write("digits-test.csv", ""), DigitPart.Test));

    [Fact]
    public void Resolve_ImagesWithoutLabels_ErrorNamesTheMissingFile()
    {
        var path = _folder.Write("my-images-idx3-ubyte", ImagesStart);

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(path));

        Assert.Contains(
            "looked for my-labels-idx1-ubyte and my-labels-idx1-ubyte.gz", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_LabelsFile_ErrorAsksForTheImages()
    {
        var path = _folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1]);

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(path));

        Assert.Contains("give the images file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_PackedImagesWithAnyName_AreKnownByContent()
    {
        var path = _folder.Write("pictures.bin", DigitFiles.Gzip(ImagesStart));

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(path));

        Assert.Contains("must contain images-idx3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_AnyOtherFile_IsCsv()
    {
        var path = _folder.Write("my.txt", "1,2");

        Assert.Equal(new CsvSource(path), DigitSource.Resolve(path));
    }

    [Fact]
    public void Resolve_NothingThere_ErrorSaysSo()
        => Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(_folder.File("none")));
}
