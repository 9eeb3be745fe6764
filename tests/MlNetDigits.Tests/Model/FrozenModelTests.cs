using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Model;

/// <summary>
/// Models that version 1 of the format has written load for ever. What they must give was computed by a program of its
/// own; the README beside them tells how.
/// </summary>
public class FrozenModelTests
{
    private readonly MLContext _ml = new();

    [Theory]
    [InlineData("digits")]
    [InlineData("normalized")]
    public void Load_DigitsOfVersion1_HasItsWeightsAndScores(string name)
    {
        var model = ModelFile.Load(_ml, FrozenModel.PathOf($"{name}.zip"));

        var expected = FrozenModel.Read(name);
        AssertSame(expected, model.Network);
        Assert.Equal(expected.Scaling, new[] { model.Scaling!.Range, model.Scaling.Factor, model.Scaling.Offset });
        Assert.Equal(DigitFormat.ClassNames.AsEnumerable(), model.ClassNames.AsEnumerable());
        AssertScores(expected.Scores, model.Transformer.Transform(Digits()));
    }

    [Theory]
    [InlineData("digits")]
    [InlineData("normalized")]
    public void MlNetLoad_DigitsOfVersion1_HasItsWeightsAndScores(string name)
    {
        var model = _ml.Model.Load(FrozenModel.PathOf($"{name}.zip"), out var schema);

        var expected = FrozenModel.Read(name);
        AssertSame(expected, NetworkOf(model));
        AssertScores(expected.Scores, model.Transform(Digits()));
        Assert.Equal(DigitData.FromRecords(_ml, []).Schema.Select(Describe), schema.Select(Describe));
    }

    [Fact]
    public void LoadNetwork_WordsOfVersion1_HasItsWeightsScoresAndClassNames()
    {
        var model = ModelFile.LoadNetwork(_ml, FrozenModel.PathOf("words.zip"));

        var expected = FrozenModel.Read("words");
        AssertSame(expected, model.Network);
        Assert.Equal(["zero", "one", "two"], model.ClassNames.AsEnumerable());
        AssertScores(expected.Scores, model.Transformer.Transform(Words()));
    }

    [Fact]
    public void MlNetLoad_WordsOfVersion1_PredictsTheWordOfTheBestScore()
    {
        var model = _ml.Model.Load(FrozenModel.PathOf("words.zip"), out _);

        var expected = FrozenModel.Read("words");
        AssertSame(expected, NetworkOf(model));
        var scored = model.Transform(Words());
        AssertScores(expected.Scores, scored);
        string[] words = ["zero", "one", "two"];
        Assert.Equal(
            expected.Scores.Select(scores => words[Array.IndexOf(scores, scores.Max())]),
            scored.GetColumn<string>("PredictedWord"));
    }

    [Fact]
    public void Save_LoadedModelOfVersion1_KeepsItsWeights()
    {
        using var folder = new TemporaryFolder();
        var model = ModelFile.Load(_ml, FrozenModel.PathOf("digits.zip"));

        ModelFile.Save(_ml, model.Transformer, model.InputSchema, folder.File("again.zip"));

        var again = ModelFile.Load(new MLContext(), folder.File("again.zip"));
        AssertSame(FrozenModel.Read("digits"), again.Network);
        AssertScores(FrozenModel.Read("digits").Scores, again.Transformer.Transform(Digits()));
    }

    private static void AssertSame(FrozenModel expected, SigmoidNetworkModelParameters network)
    {
        var weights = network.Weights;
        Assert.Equal(expected.Sizes, new[] { weights.Inputs, weights.HiddenNodes, weights.Outputs });
        Assert.Equal(expected.ScoreNormalization, (int)network.ScoreNormalization);
        Assert.Equal(expected.WeightsSha256, Sha256(weights));
    }

    private static void AssertScores(double[][] expected, IDataView scored)
    {
        var scores = scored.GetColumn<float[]>("Score").ToArray();
        Assert.Equal(expected.Length, scores.Length);
        Assert.All(expected.Zip(scores), row =>
        {
            Assert.Equal(row.First.Length, row.Second.Length);
            Assert.All(row.First.Zip(row.Second), score => Assert.Equal(score.First, score.Second, 1e-6));
        });
    }

    private static string Sha256(NetworkWeights weights)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(weights.HiddenWeights.Span));
        hash.AppendData(MemoryMarshal.AsBytes(weights.OutputWeights.Span));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static SigmoidNetworkModelParameters NetworkOf(ITransformer model) => Assert.Single(
        ((IEnumerable<ITransformer>)model).OfType<ISingleFeaturePredictionTransformer<SigmoidNetworkModelParameters>>()).Model;

    private static string Describe(DataViewSchema.Column column) => $"{column.Name}: {column.Type}";

    private IDataView Digits() => DigitData.FromRecords(
        _ml, DigitRecords.Read(DigitSource.Resolve(FrozenModel.PathOf("digits.csv"), DigitPart.Test)));

    private IDataView Words() => _ml.Data.LoadFromEnumerable(
        File.ReadLines(FrozenModel.PathOf("words.csv")).Select(line => line.Split(',')).Select(fields => new Row(
            fields[0], Number(fields[1]), Number(fields[2]), Number(fields[3]), Number(fields[4]))).ToArray());

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Row(string Word, float TopLeft, float TopRight, float BottomLeft, float BottomRight);
}
