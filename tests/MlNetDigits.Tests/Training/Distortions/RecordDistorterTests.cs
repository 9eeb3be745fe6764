using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Distortions;

public class RecordDistorterTests
{
    private const int Seed = 5;
    private const float Background = 0.25f;

    private static readonly ImageDistortions Strong = new()
    {
        Rotation = 40,
        Scale = 0.3f,
        Shear = 0.4f,
        Shift = 5,
        Elastic = 2,
        ElasticSmoothness = 3,
    };

    /// <summary>Rows and columns: whole vectors, what is left of them, and less than one.</summary>
    public static TheoryData<int, int> Shapes => new() { { 28, 28 }, { 5, 7 }, { 1, 9 }, { 33, 17 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Distort_ImageMostlyBackground_IsTheFormula(int rows, int columns)
        => CompareWithFormula(new ImageShape(rows, columns), Strong, isSparse: true);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Distort_ImageWithoutBackground_IsTheFormula(int rows, int columns)
        => CompareWithFormula(new ImageShape(rows, columns), Strong, isSparse: false);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Distort_FarBeyondTheEdge_IsTheFormula(int rows, int columns)
    {
        CompareWithFormula(new ImageShape(rows, columns), new ImageDistortions { Shift = 60 }, isSparse: false);
        CompareWithFormula(new ImageShape(rows, columns), new ImageDistortions { Shift = 60 }, isSparse: true);
    }

    [Theory]
    [InlineData("Rotation")]
    [InlineData("Scale")]
    [InlineData("Shear")]
    [InlineData("Shift")]
    [InlineData("Elastic")]
    public void Distort_OneKindAlone_IsTheFormula(string kind)
    {
        var one = kind switch
        {
            "Rotation" => new ImageDistortions { Rotation = 180 },
            "Scale" => new ImageDistortions { Scale = 0.9f },
            "Shear" => new ImageDistortions { Shear = 2 },
            "Shift" => new ImageDistortions { Shift = 3 },
            _ => new ImageDistortions { Elastic = 4, ElasticSmoothness = 0.5f },
        };

        CompareWithFormula(new ImageShape(11, 20), one, isSparse: true);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Distort_NotAtAll_IsTheImageItself(int rows, int columns)
    {
        var shape = new ImageShape(rows, columns);

        Assert.All([true, false], isSparse =>
        {
            var records = Images(shape, isSparse);
            var expected = new float[records.Features];
            for (var record = 0; record < records.Count; record++)
            {
                records.CopyFeatures(record, expected);
                Assert.Equal(expected, Distorted(new RecordDistorter(ImageDistortions.None, shape, Seed), records, record, epoch: 1));
            }
        });
    }

    [Fact]
    public void Distort_SameSeedEpochAndRecord_GivesTheSameImage()
    {
        var records = Images(ImageShape.Digit, isSparse: true);

        var first = Distorted(new RecordDistorter(Strong, ImageShape.Digit, Seed), records, record: 3, epoch: 2);

        Assert.Equal(first, Distorted(new RecordDistorter(Strong, ImageShape.Digit, Seed), records, record: 3, epoch: 2));
    }

    [Theory]
    [InlineData(Seed + 1, 2, 3)]
    [InlineData(Seed, 3, 3)]
    [InlineData(Seed, 2, 4)]
    public void Distort_OtherSeedEpochOrRecord_GivesAnotherImage(int seed, int epoch, int number)
    {
        var records = Images(ImageShape.Digit, isSparse: true);
        var expected = Distorted(new RecordDistorter(Strong, ImageShape.Digit, Seed), records, record: 3, epoch: 2);

        // The same pixels, whatever the number that they are distorted by.
        var actual = Distorted(new RecordDistorter(Strong, ImageShape.Digit, seed), records, record: 3, epoch, number);

        Assert.NotEqual(expected, actual);
    }

    private static void CompareWithFormula(ImageShape shape, ImageDistortions distortions, bool isSparse)
    {
        var records = Images(shape, isSparse);
        var distorter = new RecordDistorter(distortions, shape, Seed);
        var noise = distortions.Elastic == 0 ? null
            : SmoothNoise.Create(shape, distortions.ElasticSmoothness, SplitMix64.Create(Seed, -2));
        var reference = new ReferenceDistortion(distortions, shape, noise);
        var image = new float[records.Features];
        for (var record = 0; record < records.Count; record++)
        {
            records.CopyFeatures(record, image);
            var expected = reference.Distort(Pixel, SplitMix64.Create(Seed, int.MinValue + 2, record));

            var actual = Distorted(distorter, records, record, epoch: 2);

            // A place is off by some 1e-5 pixels in single precision, and values by as much of the step between two of them.
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }

        double Pixel(int row, int column) => isSparse && (row < 0 || row >= shape.Rows || column < 0 || column >= shape.Columns)
            ? Background
            : image[(Math.Clamp(row, 0, shape.Rows - 1) * shape.Columns) + Math.Clamp(column, 0, shape.Columns - 1)];
    }

    private static float[] Distorted(RecordDistorter distorter, TrainingRecords records, int record, int epoch, long? number = null)
    {
        var (image, result) = (new PaddedImage(distorter.Shape), new float[records.Features]);
        image.Read(records, record);
        distorter.Distort(image, epoch, number ?? record, copy: 0, result);
        return result;
    }

    private static TrainingRecords Images(ImageShape shape, bool isSparse)
    {
        var dense = MadeRecords.Create(count: 12, features: shape.Rows * shape.Columns, classes: 2, seed: 1);
        var records = (isSparse ? dense.WithBackground(Background, share: 0.85, seed: 2) : dense).ToTrainingRecords();
        Assert.Equal(isSparse ? Background : null, records.Background);
        return records;
    }
}
