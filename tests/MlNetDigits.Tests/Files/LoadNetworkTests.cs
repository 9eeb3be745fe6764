using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Files;

public class LoadNetworkTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void LoadNetwork_ModelOfOtherRecords_HasItsWeightsAndClassNames()
    {
        using var folder = new TemporaryFolder();
        var model = MeasurementModel.Save(_ml, folder.File("model.zip"), features: 6);

        var loaded = ModelFile.LoadNetwork(_ml, folder.File("model.zip"));

        Assert.Equal(["ash", "birch", "cedar"], loaded.ClassNames.Order());
        Assert.Equal(ModelParts.Network(model)!.Weights.HiddenWeights.ToArray(), loaded.Network.Weights.HiddenWeights.ToArray());
    }

    [Fact]
    public void LoadNetwork_ModelOfDigits_SameAsLoad()
    {
        using var folder = new TemporaryFolder();
        var rows = DigitData.FromRecords(_ml, TestDigits.Train.Records.Take(50).Select(digit => new DigitRecord((byte)digit.Label, digit.Pixels)));
        ModelFile.Save(_ml, DigitView.Pipeline(_ml).Fit(rows), rows.Schema, folder.File("model.zip"));

        var (any, digits) = (ModelFile.LoadNetwork(_ml, folder.File("model.zip")), ModelFile.Load(_ml, folder.File("model.zip")));

        Assert.Equal(digits.ClassNames.AsEnumerable(), any.ClassNames);
        Assert.Equal(digits.Network.Weights.OutputWeights.ToArray(), any.Network.Weights.OutputWeights.ToArray());
        Assert.Equal(PixelScaling.Classic, digits.Scaling);
    }

    [Fact]
    public void LoadNetwork_ModelWithoutANetwork_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var rows = DigitView.Create(_ml, TestDigits.Train, 5);
        _ml.Model.Save(_ml.Transforms.ScalePixels().Fit(rows), rows.Schema, folder.File("model.zip"));

        var error = Assert.Throws<InvalidInputException>(() => ModelFile.LoadNetwork(_ml, folder.File("model.zip")));

        Assert.Contains("has no SigmoidNetwork", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NetworkThatIsNotTheLastStep_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var rows = DigitView.Create(_ml, TestDigits.Train, 50);
        var model = DigitView.Pipeline(_ml).Append(_ml.Transforms.Conversion.MapKeyToValue("PredictedLabel")).Fit(rows);
        ModelFile.Save(_ml, model, rows.Schema, folder.File("model.zip"));

        var error = Assert.Throws<InvalidInputException>(() => ModelFile.Load(_ml, folder.File("model.zip")));

        Assert.Contains("does not end in a SigmoidNetwork", error.Message, StringComparison.Ordinal);
        Assert.Equal(10, ModelFile.LoadNetwork(_ml, folder.File("model.zip")).ClassNames.Length);
    }
}
