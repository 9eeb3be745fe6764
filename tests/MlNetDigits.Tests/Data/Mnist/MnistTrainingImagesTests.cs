using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Mnist;

/// <summary>MNIST's training images are known by their pixels, and nothing else is taken for them.</summary>
public class MnistTrainingImagesTests
{
    private const int Count = 60_000;

    [MnistFact]
    public void Are_TheTrainingImages_True()
        => Assert.True(MnistTrainingImages.Are(Count, Images()));

    [MnistFact]
    public void Are_OneMissingAndOneTwice_False()
        => Assert.False(MnistTrainingImages.Are(Count, Images().Skip(1).Append(Images().First())));

    [Fact]
    public void Are_AsManyOthers_False()
        => Assert.False(MnistTrainingImages.Are(Count, Enumerable.Repeat<ReadOnlyMemory<byte>>(new byte[DigitFormat.Pixels], Count)));

    [Fact]
    public void Are_AnotherNumber_False()
        => Assert.False(MnistTrainingImages.Are(Count - 1, [new byte[DigitFormat.Pixels]]));

    private static IEnumerable<ReadOnlyMemory<byte>> Images()
        => TestDigits.Mnist.Records.Select(record => new ReadOnlyMemory<byte>(record.Pixels));
}
