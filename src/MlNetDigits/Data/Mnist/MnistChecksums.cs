using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>A file of a data set as its makers published it.</summary>
/// <param name="Name">The name of the unpacked file; <c>.gz</c> is added to it for the packed one.</param>
/// <param name="Bytes">The size of the unpacked file.</param>
/// <param name="Md5">The MD5 of the unpacked file, 32 hexadecimal digits in lower case. Packing the same content again
/// may well change the packed bytes, so those are not compared.</param>
public sealed record PublishedFile(string Name, long Bytes, string Md5)
{
    /// <summary>The name of the file as it is downloaded.</summary>
    public string PackedName => Name + ".gz";
}

/// <summary>The four files of MNIST.</summary>
public static class MnistChecksums
{
    /// <summary>The files: training images and labels, test images and labels.</summary>
    public static ImmutableArray<PublishedFile> Files { get; } =
    [
        new("train-images-idx3-ubyte", 47_040_016, "6bbc9ace898e44ae57da46a324031adb"),
        new("train-labels-idx1-ubyte", 60_008, "a25bea736e30d166cdddb491f175f624"),
        new("t10k-images-idx3-ubyte", 7_840_016, "2646ac647ad5339dbf082846283269ea"),
        new("t10k-labels-idx1-ubyte", 10_008, "27ae3e4e09519cfbb04c329615203637"),
    ];
}
