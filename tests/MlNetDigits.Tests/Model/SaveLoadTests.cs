using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Model;

public sealed class SaveLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new(seed: 1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_InAProcessThatReferencesOnlyMlNetDigits_GivesTheSameScoresToTheLastBit()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 300);
        var model = DigitView.Pipeline(_ml).Fit(data);
        _ml.Model.Save(model, data.Schema, _folder.File("model.zip"));
        var rows = DigitView.Rows(TestDigits.Test, 20);
        var csv = _folder.Write("pixels.csv", string.Join('\n', rows.Select(row => string.Join(',', row.Pixels))));

        var lines = UserProgram.Run(UserProgram.ModelUser, _folder.File("model.zip"), csv);

        var scored = model.Transform(DigitView.Create(_ml, TestDigits.Test, 20));
        var expected = scored.GetColumn<float[]>("Score").Zip(scored.GetColumn<uint>("PredictedLabel"), (score, label) =>
            $"{label - 1} {string.Join(' ', score.Select(value => BitConverter.SingleToInt32Bits(value).ToString("X8", CultureInfo.InvariantCulture)))}");
        Assert.Equal([.. expected, "torch: "], lines);
    }

    [Fact]
    public void Load_SavedPipeline_GivesBackSizesWeightsScalingAndNormalization()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 50);
        var model = DigitView.Pipeline(_ml, DigitView.Small with { ScoreNormalization = ScoreNormalization.Sum }).Fit(data);
        _ml.Model.Save(model, data.Schema, _folder.File("model.zip"));

        var loaded = (TransformerChain<ITransformer>)new MLContext().Model.Load(_folder.File("model.zip"), out var schema);

        var network = ((ISingleFeaturePredictionTransformer<SigmoidNetworkModelParameters>)loaded.LastTransformer).Model;
        var expected = model.LastTransformer.Model;
        Assert.Equal(expected.Weights.HiddenWeights.ToArray(), network.Weights.HiddenWeights.ToArray());
        Assert.Equal(expected.Weights.OutputWeights.ToArray(), network.Weights.OutputWeights.ToArray());
        Assert.Equal((784, 30, 10), (network.Weights.Inputs, network.Weights.HiddenNodes, network.Weights.Outputs));
        Assert.Equal(ScoreNormalization.Sum, network.ScoreNormalization);
        Assert.Equal(PixelScaling.Classic, Assert.IsType<PixelScalingTransformer>(loaded.First()).Scaling);
        Assert.NotNull(schema.GetColumnOrNull("Pixels"));
    }

    [Fact]
    public void Transform_NormalizedScores_SumToOneAndKeepTheirOrder()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 200);
        var raw = DigitView.Pipeline(_ml).Fit(data).Transform(data).GetColumn<float[]>("Score").ToArray();

        var normalized = DigitView.Pipeline(_ml, DigitView.Small with { ScoreNormalization = ScoreNormalization.Sum })
            .Fit(data).Transform(data).GetColumn<float[]>("Score").ToArray();

        Assert.All(normalized.Zip(raw), row =>
        {
            Assert.Equal(1f, row.First.Sum(), 1e-5f);
            Assert.All(row.First.Zip(row.Second), score => Assert.Equal(score.Second / row.Second.Sum(), score.First, 1e-6f));
        });
    }

    [Fact]
    public void Save_Model_NamesALoaderAssemblyWhoseVersionNeverChanges()
        => Assert.Equal(
            "MlNetDigits, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null", typeof(SigmoidNetworkModelParameters).Assembly.FullName);
}
