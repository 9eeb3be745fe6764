using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Distortions;

/// <summary>Learning from distorted images.</summary>
public class DistortedTrainingTests
{
    private static readonly SigmoidNetworkOptions Options = DigitView.Small with
    {
        Epochs = 2,
        Distortions = ImageDistortions.Digits with { Shape = ImageShape.Digit },
    };

    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void Fit_Distorted_LearnsSomethingElse(int batchSize)
        => Assert.NotEqual(
            Fit(Digits(300), Options with { BatchSize = batchSize, Distortions = ImageDistortions.None }).Bits(),
            Fit(Digits(300), Options with { BatchSize = batchSize }).Bits());

    [Fact]
    public void Fit_StreamedAndDistorted_LearnsWhatFitInMemoryLearns()
    {
        // More records than a block has, and whole batches in each.
        var data = Digits(8300);
        var options = Options with { Epochs = 1, BatchSize = 32 };

        var streamed = Fit(data, options with { Streaming = true });

        var inMemory = new ReferenceNetwork(Fit(data, options));
        Assert.True(inMemory.LargestDifference(streamed) < 1e-4, $"{inMemory.LargestDifference(streamed)}");
    }

    [Fact]
    public void Fit_ShapeNotTold_SaysHowToTellIt()
    {
        var error = Assert.ThrowsAny<Exception>(() => Fit(Digits(20), Options with { Distortions = ImageDistortions.Digits }));

        Assert.Contains("their shape must be known, and the feature column does not tell it; set Distortions.Shape", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ShapeOfOtherPixels_SaysHowMany()
    {
        var options = Options with { Distortions = ImageDistortions.Digits with { Shape = new ImageShape(28, 27) } };

        var error = Assert.ThrowsAny<Exception>(() => Fit(Digits(20), options));

        Assert.Contains("Distortions.Shape is 28 x 27, which makes 756 pixels, but the data has 784 features", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ShapeToldByDigitData_IsThatShape()
    {
        var records = TestDigits.Train.Records.Take(100).Select(record => new DigitRecord((byte)record.Label, record.Pixels));
        var data = DigitData.FromRecords(_ml, records);

        var told = Fit(data, Options with { Distortions = ImageDistortions.Digits });

        Assert.Equal(Fit(data, Options).Bits(), told.Bits());
    }

    [Fact]
    public void Fit_ShapeToldByACsvFile_IsThatShape()
    {
        using var folder = new TemporaryFolder();
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "digits-train.csv")).Take(100);
        var data = DigitData.Load(_ml, folder.Write("digits.csv", string.Join('\n', rows) + "\n")).View;

        var told = Fit(data, Options with { Distortions = ImageDistortions.Digits });

        Assert.Equal(Fit(data, Options).Bits(), told.Bits());
    }

    private IDataView Digits(int count)
    {
        var digits = DigitView.Rows(TestDigits.Train, Math.Min(count, 500));
        return DigitView.Create(_ml, Enumerable.Range(0, count).Select(i => digits[i % digits.Count]));
    }

    private static NetworkWeights Fit(IDataView data, SigmoidNetworkOptions options)
        => DigitView.Pipeline(new MLContext(seed: 1), options).Fit(data).LastTransformer.Model.Weights;
}
