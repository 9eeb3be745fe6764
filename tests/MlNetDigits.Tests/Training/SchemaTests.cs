using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Training;

public class SchemaTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void GetOutputSchema_OfThePipeline_AgreesWithWhatTransformYields()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 100);
        var pipeline = DigitView.Pipeline(_ml);

        var promised = pipeline.GetOutputSchema(SchemaShapes.Of(data.Schema));

        var yielded = SchemaShapes.Of(pipeline.Fit(data).Transform(data).Schema);
        Assert.Equal(Describe(yielded), Describe(promised));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Number")]
    public void GetOutputSchema_KeyOfTextOrNumbers_AgreesWithWhatTransformYields(string column)
    {
        var data = NamedRecords.Keyed(_ml, column, NamedRecords.Repeat(5, 2, 0, 1));
        var trainer = NamedRecords.Trainer(_ml);

        var promised = trainer.GetOutputSchema(SchemaShapes.Of(data.Schema));

        Assert.Equal(Describe(SchemaShapes.Of(trainer.Fit(data).Transform(data).Schema)), Describe(promised));
    }

    [Fact]
    public void Transform_KeyOfNumbers_GivesTheNumberBack()
    {
        var data = NamedRecords.Keyed(_ml, "Number", NamedRecords.Repeat(20, 2, 0, 1));
        var model = NamedRecords.Trainer(_ml).Append(_ml.Transforms.Conversion.MapKeyToValue("Answer", "PredictedLabel")).Fit(data);

        Assert.Equal([0, 2, 1], model.Transform(NamedRecords.Of(_ml, 0, 2, 1)).GetColumn<float>("Answer"));
    }

    [Fact]
    public void Transform_TextLabels_NamesTheScoreSlotsAndTheKeyValuesOfPredictedLabel()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 100);

        var schema = DigitView.Pipeline(_ml).Fit(data).Transform(data).Schema;

        var (slots, keys) = (default(VBuffer<ReadOnlyMemory<char>>), default(VBuffer<ReadOnlyMemory<char>>));
        schema["Score"].GetSlotNames(ref slots);
        schema["PredictedLabel"].GetKeyValues(ref keys);
        var digits = Enumerable.Range(0, 10).Select(digit => $"{digit}");
        Assert.Equal(digits, slots.DenseValues().Select(name => name.ToString()));
        Assert.Equal(digits, keys.DenseValues().Select(name => name.ToString()));
    }

    [Fact]
    public void Fit_LabelIsNotAKey_IsRefusedWithMlNetsMessage()
    {
        var data = _ml.Data.LoadFromEnumerable(DigitView.Rows(TestDigits.Train, 10));

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => DigitView.Pipeline(_ml).Fit(data));

        Assert.Contains("Schema mismatch for label column 'Label': expected Key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_FeaturesMissing_IsRefusedWithMlNetsMessage()
    {
        var trainer = _ml.MulticlassClassification.Trainers.SigmoidNetwork();

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Fit(DigitView.Create(_ml, TestDigits.Train, 10)));

        Assert.Contains("Could not find feature column 'Features'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_FeaturesAreNotAVectorOfSingle_IsRefusedWithMlNetsMessage()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 10);
        data = _ml.Transforms.Conversion.ConvertType("Features", "Pixels", DataKind.Double).Fit(data).Transform(data);

        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => _ml.MulticlassClassification.Trainers.SigmoidNetwork().Fit(data));

        Assert.Contains("Schema mismatch for feature column 'Features': expected Vector<Single>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NoRows_SaysSo()
    {
        var error = Assert.ThrowsAny<Exception>(() => DigitView.Pipeline(_ml).Fit(DigitView.Create(_ml, TestDigits.Train, 0)));

        Assert.Contains("no records to learn from", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Describe(SchemaShape shape) => shape
        .Select(column => $"{column.Name}: {column.Kind} {column.ItemType} key={column.IsKey} [{string.Join(", ", Describe(column.Annotations).Order())}]")
        .Order();
}
