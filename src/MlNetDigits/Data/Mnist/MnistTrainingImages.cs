using System.Security.Cryptography;

namespace MlNetDigits;

/// <summary>Recognises MNIST's training images by their published checksum, whatever they are stored in.</summary>
internal static class MnistTrainingImages
{
    private static readonly PublishedFile Published = MnistChecksums.Files.Single(file => file.Name == "train-images-idx3-ubyte");

    private static readonly int Count = (int)((Published.Bytes - IdxHeader.LengthOf(IdxKind.Images)) / DigitFormat.Pixels);

    /// <summary>Whether images are those, all of them in their order.</summary>
    /// <param name="count">How many there are; if that is another number, none is looked at.</param>
    /// <param name="images">[count][784] bytes.</param>
    public static bool Are(int count, IEnumerable<ReadOnlyMemory<byte>> images)
    {
        if (count != Count)
            return false;

        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(new IdxHeader(IdxKind.Images, (uint)Count).ToBytes());
        foreach (var image in images)
            md5.AppendData(image.Span);
        return Convert.ToHexStringLower(md5.GetHashAndReset()) == Published.Md5;
    }
}
