using Microsoft.ML;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Sample;

public sealed class SampleDigitsTests : IDisposable
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DigitPart.Train, 400)]
    [InlineData(DigitPart.Test, 100)]
    public void Sample_EitherPart_HasAsManyOfEachDigit(DigitPart part, int perClass)
        => Assert.Equal(
            Enumerable.Repeat(perClass, 10), DigitData.Load(new MLContext(seed: 1), Data, part).Counts.PerClass);

    [Theory]
    [InlineData(DigitPart.Train)]
    [InlineData(DigitPart.Test)]
    public void Sample_EitherPart_DigitsTakeTurns(DigitPart part)
    {
        var labels = Read(part).Select(record => (int)record.Label).ToArray();

        Assert.Equal(Enumerable.Range(0, labels.Length).Select(i => i % 10), labels);
    }

    [Fact]
    public void Sample_BothParts_NoRecordTwice()
    {
        var all = Read(DigitPart.Train).Concat(Read(DigitPart.Test))
            .Select(record => Convert.ToHexString(record.Pixels.Span)).ToArray();

        Assert.Equal(5_000, all.Distinct().Count());
    }

    [MnistFact]
    public void Sample_BesideMnist_IsCloseToItsOriginals()
    {
        var originals = IdxFile.Read((IdxSource)DigitSource.Resolve(MnistFolder.Path!))
            .ToLookup(record => record.Label, record => record.Pixels);
        var errors = Read(DigitPart.Test).Select((record, i) =>
        {
            var original = originals[record.Label].ElementAt((i / 10 * 5) + 4).Span;
            var sum = 0.0;
            for (var pixel = 0; pixel < 784; pixel++)
                sum += Math.Abs(original[pixel] - record.Pixels.Span[pixel]);
            return sum / 784;
        });

        Assert.InRange(errors.Average(), 0, 2.5);
    }

    [SheetFact]
    public void FromSheet_OpenCvsSheet_MakesTheSameFilesAgain()
    {
        var sample = SampleDigits.FromSheet(GreyPng.Decode(SheetFactAttribute.Sheet!));
        CsvFile.Write(_folder.File("digits-train.csv"), sample.Train);
        CsvFile.Write(_folder.File("digits-test.csv"), sample.Test);

        foreach (var name in _folder.Names())
            Assert.Equal(File.ReadAllBytes(Path.Combine(Data, name)), File.ReadAllBytes(_folder.File(name)));
    }

    [Fact]
    public void FromSheet_OtherSize_ErrorSaysWhich()
    {
        var exception = Assert.Throws<InvalidInputException>(
            () => SampleDigits.FromSheet(new GreyImage(20, 10, new byte[200]), "mine.png"));

        Assert.StartsWith(
            "mine.png: is 20 x 10 pixels, not the 2000 x 1000", exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<DigitRecord> Read(DigitPart part) => DigitRecords.Read(DigitSource.Resolve(Data, part));
}
