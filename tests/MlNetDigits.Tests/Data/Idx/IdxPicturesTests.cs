using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Idx;

public sealed class IdxPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a-images-idx3-ubyte", "a-labels-idx1-ubyte")]
    [InlineData("a-images-idx3-ubyte.gz", "a-labels-idx1-ubyte")]
    public void Read_LabelsBesideTheImages_AreTaken(string images, string labels)
    {
        Write(images, labels, 300);

        var pictures = IdxPictures.Read(_folder.File(images)).ToArray();

        Assert.Equal(Enumerable.Range(1, 300).Select(number => (long)number), pictures.Select(picture => picture.Number));
        Assert.All(pictures, picture => Assert.Equal((byte?)(picture.Number % 10), picture.Label));
        Assert.All(pictures, picture => Assert.Equal((byte)picture.Number, picture.Pixels.Span[5]));
    }

    [Fact]
    public void Read_NoLabels_SamePicturesWithoutThem()
    {
        Write("a-images-idx3-ubyte", "elsewhere", 300);

        var pictures = IdxPictures.Read(_folder.File("a-images-idx3-ubyte")).ToArray();

        Assert.Equal(300, pictures.Length);
        Assert.All(pictures, picture => Assert.Equal((null, (byte)picture.Number), (picture.Label, picture.Pixels.Span[5])));
    }

    [Fact]
    public void Read_LabelsThatDoNotBelong_SaysSo()
    {
        Write("a-images-idx3-ubyte", "other", 2);
        Write("b-images-idx3-ubyte", "a-labels-idx1-ubyte", 3);

        var thrown = Assert.Throws<InvalidInputException>(() => IdxPictures.Read(_folder.File("a-images-idx3-ubyte")).Count());

        Assert.Contains("the two files do not belong together", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutShort_SaysSo()
    {
        Write("a-images-idx3-ubyte", "elsewhere", 2);
        var whole = File.ReadAllBytes(_folder.File("a-images-idx3-ubyte"));
        _folder.Write("a-images-idx3-ubyte", whole[..^1]);

        var thrown = Assert.Throws<InvalidInputException>(() => IdxPictures.Read(_folder.File("a-images-idx3-ubyte")).Count());

        Assert.Contains("is cut short", thrown.Message, StringComparison.Ordinal);
    }

    private void Write(string images, string labels, int count)
        => IdxFile.Write(_folder.File(images), _folder.File(labels), count, Enumerable.Range(1, count).Select(number =>
        {
            var pixels = new byte[DigitFormat.Pixels];
            pixels[5] = (byte)number;
            return new DigitRecord((byte)(number % 10), pixels);
        }));
}
