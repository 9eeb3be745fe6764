using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Npz;

public sealed class NpzFileTests : IDisposable
{
    private static readonly DigitRecord[] Three = DigitFiles.Records(3);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_MnistOfKeras_GivesTheRecordsOfEachPart()
    {
        var five = DigitFiles.Records(5);
        var path = _folder.Write("mnist.npz", NpzFiles.Npz(
            ("x_test", NpzFiles.Pictures(five)), ("x_train", NpzFiles.Pictures(Three)),
            ("y_train", NpzFiles.Labels(Three)), ("y_test", NpzFiles.Labels(five))));

        AssertRecords(Three, DigitSource.Resolve(path));
        AssertRecords(five, DigitSource.Resolve(path, DigitPart.Test));
        Assert.True(DigitSource.FolderHas(path, DigitPart.Test));
    }

    [Theory]
    [InlineData("train_images", "train_labels")]
    [InlineData("X", "y")]
    [InlineData("images", "labels")]
    [InlineData("training_images", "training_labels")]
    [InlineData("arr_0", "arr_1")]
    public void Read_OtherUsualNames_AreFound(string images, string labels)
        => AssertRecords(Three, Resolve((labels, NpzFiles.Labels(Three)), (images, NpzFiles.Pictures(Three))));

    [Fact]
    public void FolderHas_OneSetOnly_HasNoParts()
        => Assert.False(DigitSource.FolderHas(Write(("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(Three))), DigitPart.Test));

    [Theory]
    [InlineData("(3, 784)")]
    [InlineData("(3, 28, 28, 1)")]
    [InlineData("(3, 1, 28, 28)")]
    [InlineData("(3L, 28L, 28L)")]
    public void Read_OtherShapeOfTheSamePixels_IsRead(string shape)
        => AssertRecords(Three, Resolve(("x", NpzFiles.Npy("|u1", shape, NpzFiles.Pixels(Three))), ("y", NpzFiles.Labels(Three))));

    [Theory]
    [InlineData("<i8", false)]
    [InlineData("<i4", false)]
    [InlineData(">i4", true)]
    [InlineData("<u2", false)]
    [InlineData("<f4", false)]
    [InlineData("<f8", false)]
    public void Read_LabelsOfAnotherType_AreRead(string type, bool isBigEndian)
    {
        byte[] labels = [.. Three.SelectMany(record => Number(type, record.Label, isBigEndian))];

        AssertRecords(Three, Resolve(("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Npy(type, "(3,)", labels))));
    }

    [Fact]
    public void Read_FloatPixels_GoToTheNearestByte()
    {
        float[] pixels = [.. NpzFiles.Pixels(Three).Select((pixel, i) => pixel + (i % 2 == 0 && pixel is > 0 and < 255 ? 0.4f : 0))];
        var array = NpzFiles.Npy("<f4", "(3, 28, 28)", MemoryMarshal.AsBytes<float>(pixels).ToArray());

        AssertRecords(Three, Resolve(("x", array), ("y", NpzFiles.Labels(Three))));
    }

    [Fact]
    public void Read_NotPacked_IsRead()
    {
        var path = _folder.Write("a.npz", NpzFiles.Npz(CompressionLevel.NoCompression, ("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(Three))));

        AssertRecords(Three, DigitSource.Resolve(path));
    }

    [Fact]
    public void Read_NamedZip_IsKnownByContent()
    {
        var path = _folder.Write("a.zip", NpzFiles.Npz(("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(Three))));

        AssertRecords(Three, DigitSource.Resolve(path));
    }

    [Fact]
    public void Load_Npz_IsCountedAndViewed()
    {
        var data = DigitData.Load(new MLContext(seed: 1), Write(("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(Three))));

        Assert.Equal([1, 1, 1, 0, 0, 0, 0, 0, 0, 0], data.Counts.PerClass.AsEnumerable());
        Assert.Equal(3, data.View.GetColumn<float[]>("Pixels").Count());
    }

    [Theory]
    [InlineData("|u1", "(3, 32, 32)", false, "has pictures of 32 x 32 pixels; only grey ones of 28 x 28 can be read")]
    [InlineData("|u1", "(3, 28, 28, 3)", false, "has pictures of 28 x 28 x 3 numbers")]
    [InlineData("|u1", "(3,)", false, "has one number a picture")]
    [InlineData("|u1", "()", false, "is a single number, not pictures")]
    [InlineData("|u1", "(0, 28, 28)", false, "is empty")]
    [InlineData("|u1", "(3, 28, 28)", true, "is in Fortran order; save it with numpy.ascontiguousarray")]
    [InlineData("|O", "(3,)", false, "objects of Python are programs and are not run here")]
    [InlineData("<c8", "(3, 28, 28)", false, "has numbers of numpy's type '<c8'")]
    public void Read_PicturesOfAnotherKind_ErrorSaysWhich(string type, string shape, bool isFortranOrder, string said)
        => AssertProblem(said, ("x", NpzFiles.Npy(type, shape, NpzFiles.Pixels(Three), isFortranOrder)), ("y", NpzFiles.Labels(Three)));

    [Fact]
    public void Read_PixelsUpToOne_AreRefused()
    {
        float[] pixels = [.. NpzFiles.Pixels(Three).Select(pixel => pixel / 255f)];

        AssertProblem(
            "has no pixel above 1, but pixels go from 0 to 255; say what full ink is, such as --pixel-range 1",
            ("x", NpzFiles.Npy("<f4", "(3, 28, 28)", MemoryMarshal.AsBytes<float>(pixels).ToArray())), ("y", NpzFiles.Labels(Three)));
    }

    [Fact]
    public void Read_PixelOutOfRange_ErrorSaysWhere()
    {
        var pixels = new float[3 * 784];
        pixels[784 + 4] = 256;

        AssertProblem(
            "pixel 5 of picture 2 is 256, but a pixel is a number from 0 to 255",
            ("x", NpzFiles.Npy("<f4", "(3, 28, 28)", MemoryMarshal.AsBytes<float>(pixels).ToArray())), ("y", NpzFiles.Labels(Three)));
    }

    [Theory]
    [InlineData("(3, 10)", "10")]
    [InlineData("(3, 10, 1)", "10 x 1")]
    public void Read_LabelsOneHot_ErrorSaysHowToMakeThemNumbers(string shape, string said)
        => AssertProblem(
            $"has {said} numbers a label, but one is needed; if these are one-hot, save numpy.argmax(y, axis=1)",
            ("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Npy("|u1", shape, new byte[30])));

    [Fact]
    public void Read_LabelAboveNine_ErrorDoesNotBlameTheFile()
    {
        var letters = Three.Select(record => record with { Label = 15 }).ToArray();

        AssertProblem(
            "its array 'y': label 1 is 15, but the ten digits are 0 to 9; the labels of the file go from 15 to 15; if the file has other classes",
            ("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(letters)));
    }

    [Fact]
    public void Read_OtherCounts_ErrorNamesBoth()
        => AssertProblem("its array 'y' holds 2 labels, but 'x' holds 3 images", ("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(Three[..2])));

    [Fact]
    public void Read_ArrayShorterThanItsHeader_IsRefusedBeforeReading()
        => AssertProblem(
            "its array 'x' has", ("x", NpzFiles.Npy("|u1", "(4000000000, 28, 28)", NpzFiles.Pixels(Three))), ("y", NpzFiles.Labels(Three)));

    [Fact]
    public void Read_ZipBomb_NothingIsUnpacked()
    {
        var bomb = NpzFiles.Npy("|u1", "(100000, 28, 28)", new byte[100_000 * 784]);
        var path = Write(("x", bomb), ("y", NpzFiles.Labels(Three)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<InvalidInputException>(() => DigitRecords.Read(DigitSource.Resolve(path)).Count());

        Assert.Contains("which no pictures or labels are; nothing of it is unpacked", exception.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Read_Damaged_IsNoticedByTheChecksum()
    {
        var file = NpzFiles.Npz(CompressionLevel.NoCompression, ("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(Three)));
        file[500] ^= 1;
        var path = _folder.Write("a.npz", file);

        var exception = Assert.Throws<InvalidInputException>(() => DigitRecords.Read(DigitSource.Resolve(path)).Count());

        Assert.Contains("has the wrong checksum", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_CutShort_ErrorSaysSo()
    {
        var path = _folder.Write("a.npz", NpzFiles.Npz(("x", NpzFiles.Pictures(Three)))[..^40]);

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(path));

        Assert.Contains("is a damaged zip archive", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_OtherNames_ErrorListsThem()
    {
        var path = Write(("a", NpzFiles.Pictures(Three)), ("b", NpzFiles.Labels(Three)));

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(path));

        Assert.Contains("does not hold x_train and y_train, nor x and y; it has 'a', 'b'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_OtherPartOnly_ErrorSaysSo()
    {
        var path = Write(("x_train", NpzFiles.Pictures(Three)), ("y_train", NpzFiles.Labels(Three)));

        var exception = Assert.Throws<InvalidInputException>(() => DigitSource.Resolve(path, DigitPart.Test));

        Assert.Contains("(the file holds train data only)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Randomly_AnyDamageIsRefusedOrHarmless()
    {
        var file = NpzFiles.Npz(("x", NpzFiles.Pictures(Three)), ("y", NpzFiles.Labels(Three)));
        var random = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            byte[] damaged = [.. file];
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            var path = _folder.Write("a.npz", damaged);
            try
            {
                AssertRecords(Three, DigitSource.Resolve(path));
            }
            catch (InvalidInputException exception)
            {
                Assert.Equal(path, exception.Path);
            }
        }
    }

    private static byte[] Number(string type, byte value, bool isBigEndian)
    {
        byte[] bytes = type[1..] switch
        {
            "i8" => BitConverter.GetBytes((long)value),
            "i4" => BitConverter.GetBytes((int)value),
            "u2" => BitConverter.GetBytes((ushort)value),
            "f4" => BitConverter.GetBytes((float)value),
            _ => BitConverter.GetBytes((double)value),
        };
        return isBigEndian ? [.. bytes.Reverse()] : bytes;
    }

    private static void AssertRecords(DigitRecord[] expected, DigitSource source)
    {
        var records = DigitRecords.Read(source).ToArray();
        Assert.Equal(expected.Select(record => record.Label), records.Select(record => record.Label));
        Assert.Equal(expected.Select(record => record.Pixels.ToArray()), records.Select(record => record.Pixels.ToArray()));
    }

    private void AssertProblem(string said, params (string Name, byte[] Array)[] arrays)
    {
        var path = Write(arrays);

        var exception = Assert.Throws<InvalidInputException>(() => DigitRecords.Read(DigitSource.Resolve(path)).Count());

        Assert.Equal(path, exception.Path);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    private DigitSource Resolve(params (string Name, byte[] Array)[] arrays) => DigitSource.Resolve(Write(arrays));

    private string Write(params (string Name, byte[] Array)[] arrays) => _folder.Write("a.npz", NpzFiles.Npz(arrays));
}
