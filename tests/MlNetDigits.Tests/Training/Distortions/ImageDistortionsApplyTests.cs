using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Distortions;

public class ImageDistortionsApplyTests
{
    private const int Seed = 7;

    private static readonly float[] Five = TestDigits.Train.Take(1).Features[0];

    [Fact]
    public void Apply_NoisyImages_AreWhatTrainingLearnsFrom()
    {
        var images = Noise(count: 60);
        var distortions = ImageDistortions.Digits with { Shape = ImageShape.Digit };

        var distorted = Fit(images, distortions);
        var applied = Fit([.. images.Select((image, record) => distortions.Apply(image, ImageShape.Digit, Seed, epoch: 1, record))], ImageDistortions.None);

        Assert.Equal(applied, distorted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Apply_Digits_AreWhatTheEngineIsGiven(int epoch)
    {
        // More than one part of a group, and not the first records.
        const int First = 1000, Count = 40;
        var digits = TestDigits.Train.Take(Count);
        var records = digits.ToTrainingRecords();
        var groups = new DistortedGroups(new RecordDistorter(ImageDistortions.Digits, ImageShape.Digit, Seed), records, Count);
        groups.Make(
            new EpochWork(records, EpochOrder.OfData(Count), new RateCourse(0.1f, LearningRateSchedule.Constant, Count)) { Epoch = epoch, FirstRecord = First },
            start: 0,
            Count);

        var given = new float[784];
        for (var i = 0; i < Count; i++)
        {
            groups.Records.CopyFeatures(groups.Order[i], given);
            var applied = ImageDistortions.Digits.Apply(digits.Features[i], ImageShape.Digit, Seed, epoch, First + i);
            Assert.All(given.Zip(applied), pixel => Assert.Equal(pixel.Second, pixel.First, 1e-6f));
        }
    }

    [Fact]
    public void Apply_AnotherEpochRecordOrSeed_IsAnotherImage()
    {
        float[][] images =
        [
            ImageDistortions.Digits.Apply(Five, ImageShape.Digit, Seed, epoch: 1, record: 0),
            ImageDistortions.Digits.Apply(Five, ImageShape.Digit, Seed, epoch: 2, record: 0),
            ImageDistortions.Digits.Apply(Five, ImageShape.Digit, Seed, epoch: 1, record: 1),
            ImageDistortions.Digits.Apply(Five, ImageShape.Digit, Seed + 1, epoch: 1, record: 0),
        ];

        Assert.Equal(4, images.Select(image => string.Join(' ', image)).Distinct().Count());
    }

    [Fact]
    public void Apply_NoDistortion_IsTheImageItself()
        => Assert.Equal(Five, ImageDistortions.None.Apply(Five, ImageShape.Digit, Seed, epoch: 1, record: 0));

    [Fact]
    public void Apply_DigitThatIsMovedFar_IsPaperWhereItWas()
    {
        var moved = (ImageDistortions.None with { Shift = 1000 }).Apply(Five, ImageShape.Digit, Seed, epoch: 1, record: 0);

        Assert.All(moved, pixel => Assert.Equal(PixelScaling.Classic.Offset, pixel));
    }

    [Fact]
    public void Apply_ImageOfAnotherShape_IsRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => ImageDistortions.Digits.Apply(Five, new ImageShape(28, 27), Seed, epoch: 1, record: 0));

        Assert.Contains("An image of 28 x 27 has 756 pixels, not 784.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_DistortionOutOfItsRange_IsRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => (ImageDistortions.Digits with { Rotation = 181 }).Apply(Five, ImageShape.Digit, Seed, epoch: 1, record: 0));

        Assert.StartsWith("Rotation must be", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_PixelThatIsNoNumber_IsRefused()
    {
        float[] broken = [.. Five[..783], float.NaN];

        Assert.Throws<ArgumentException>(() => ImageDistortions.Digits.Apply(broken, ImageShape.Digit, Seed, epoch: 1, record: 0));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    public void Apply_NoSuchEpochOrRecord_IsRefused(int epoch, long record)
        => Assert.Throws<ArgumentOutOfRangeException>(() => ImageDistortions.Digits.Apply(Five, ImageShape.Digit, Seed, epoch, record));

    // Without a background, every feature is stored as it is, and the weights are the same to the last bit.
    private static float[][] Noise(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, 784).Select(_ => random.NextSingle()).ToArray())];
    }

    private static float[] Fit(IReadOnlyList<float[]> images, ImageDistortions distortions)
    {
        var ml = new MLContext(Seed);
        var rows = images.Select((image, index) => new DigitRow { Label = $"{index % 10}", Pixels = image });
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(SigmoidNetworkOptions.Accurate with
        {
            FeatureColumnName = "Pixels",
            HiddenNodes = 12,
            Epochs = 1,
            BatchSize = 16,
            Distortions = distortions,
        });
        return trainer.Fit(DigitView.Create(ml, rows)).Model.Weights.HiddenWeights.ToArray();
    }
}
