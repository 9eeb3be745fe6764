using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Scaling;

public class PixelScalingTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Transform_EveryPixelValue_IsTheClassicFormula()
    {
        var rows = new[] { new Row { Pixels = [.. Enumerable.Range(0, 256).Select(pixel => (float)pixel)] } };
        var data = _ml.Data.LoadFromEnumerable(rows);

        var features = _ml.Transforms.ScalePixels().Fit(data).Transform(data).GetColumn<float[]>("Features").Single();

        Assert.All(features.Select((feature, pixel) => (feature, pixel)), pair =>
            Assert.Equal((pair.pixel / 255.0 * 0.99) + 0.01, pair.feature, 1e-7));
    }

    [Fact]
    public void ToPixels_ScaledPixels_AreTheSameAgain()
    {
        byte[] pixels = [.. Enumerable.Range(0, 256).Select(pixel => (byte)pixel)];

        Assert.Equal(pixels, PixelScaling.Classic.ToPixels([.. pixels.Select(pixel => PixelScaling.Classic.Apply(pixel))]));
    }

    [Fact]
    public void ToPixels_FeaturesOutsideTheRange_AreBlackOrWhite()
        => Assert.Equal([0, 255], PixelScaling.Classic.ToPixels([-3f, 7f]));

    [Fact]
    public void Transform_SparsePixels_ScalesTheZerosToo()
    {
        var sparse = new VBuffer<float>(256, 1, [255f], [7]);
        var data = _ml.Data.LoadFromEnumerable([new SparseRow { Pixels = sparse }]);

        var features = _ml.Transforms.ScalePixels().Fit(data).Transform(data).GetColumn<float[]>("Features").Single();

        Assert.Equal(1f, features[7], 1e-6f);
        Assert.All(features.Where((_, i) => i != 7), feature => Assert.Equal(0.01f, feature));
    }

    [Fact]
    public void Transform_FormulaOfTheUsers_IsUsed()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row()]);

        var features = _ml.Transforms.ScalePixels("Half", "Pixels", new PixelScaling(1, 0.5f, 3)).Fit(data).Transform(data);

        Assert.Equal(Enumerable.Repeat(3f, 256), features.GetColumn<float[]>("Half").Single());
    }

    [Fact]
    public void GetOutputSchema_OfTheEstimator_AgreesWithWhatTransformYields()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row()]);
        var estimator = _ml.Transforms.ScalePixels();

        var promised = estimator.GetOutputSchema(SchemaShapes.Of(data.Schema)).Single(column => column.Name == "Features");

        var yielded = SchemaShapes.Of(estimator.Fit(data).Transform(data).Schema).Single(column => column.Name == "Features");
        Assert.Equal((yielded.Kind, yielded.ItemType, yielded.IsKey), (promised.Kind, promised.ItemType, promised.IsKey));
    }

    [Fact]
    public void Fit_ColumnOfAnotherType_IsRefused()
    {
        var data = _ml.Data.LoadFromEnumerable(DigitView.Rows(TestDigits.Test, 1));

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Transforms.ScalePixels("Features", "Label").Fit(data));

        Assert.Contains("expected Vector<Single>", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(float.NaN, 1, 0)]
    [InlineData(float.PositiveInfinity, 1, 0)]
    [InlineData(255, float.NaN, 0)]
    [InlineData(255, 1, float.NegativeInfinity)]
    public void ScalePixels_FormulaThatGivesNoNumbers_IsRefused(float range, float factor, float offset)
        => Assert.ThrowsAny<ArgumentException>(
            () => new MLContext().Transforms.ScalePixels(scaling: new PixelScaling(range, factor, offset)));

    [Fact]
    public void Apply_FewerPlacesThanPixels_IsRefusedBeforeAnythingIsWritten()
    {
        var features = new float[40];

        Assert.Throws<ArgumentException>(() => PixelScaling.Classic.Apply(new float[41], features));

        Assert.All(features, feature => Assert.Equal(0, feature));
    }

    [Fact]
    public void Fit_ColumnMissing_IsRefused()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row()]);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Transforms.ScalePixels("Features", "Ink").Fit(data));

        Assert.Contains("'Ink'", error.Message, StringComparison.Ordinal);
    }

    internal sealed class Row
    {
        [VectorType(256)]
        public float[] Pixels { get; set; } = new float[256];
    }

    internal sealed class SparseRow
    {
        [VectorType(256)]
        public VBuffer<float> Pixels { get; set; }
    }
}
