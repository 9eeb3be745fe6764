using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Benchmarks;

/// <summary>Asking a network of 784-200-10 nodes, a row.</summary>
[MemoryDiagnoser]
public class ScoringBenchmarks : IDisposable
{
    private const int Records = 1000;

    private ScoresRow _answer = new();
    private readonly PixelsRow _question = new();
    private readonly float[] _scores = new float[DigitFormat.Classes];
    private readonly float[] _manyScores = new float[Records * DigitFormat.Classes];
    private float[] _manyFeatures = [];
    private float[] _features = [];
    private NetworkWeights _network = null!;
    private PredictionEngine<PixelsRow, ScoresRow> _engine = null!;
    private IDataView _scored = null!;
    private IDataView _unscored = null!;

    [GlobalSetup]
    public void Setup()
    {
        var ml = new MLContext(seed: 1);
        var data = MlNetData.Open(ml, Folders.MnistOrSample, DigitPart.Test, Records);

        // How well it answers does not matter here, only how fast.
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(epochs: 1);
        var model = ml.Transforms.ScalePixels().Append(trainer).Fit(data);
        _network = model.LastTransformer.Model.Weights;
        _engine = ml.Model.CreatePredictionEngine<PixelsRow, ScoresRow>(model);

        var digit = DigitFloats.Read(Folders.MnistOrSample, DigitPart.Test, 1);
        _features = digit.Inputs;
        _manyFeatures = DigitFloats.Read(Folders.MnistOrSample, DigitPart.Test, Records).Inputs;
        _question.Pixels = [.. digit.Inputs.Select(input => (input - 0.01f) / 0.99f * 255)];

        // In memory, so that what is measured is scoring; the rest is what ML.NET takes to go through rows.
        _unscored = ml.Data.Cache(ml.Transforms.ScalePixels().Fit(data).Transform(data), DefaultColumnNames.Features);
        _scored = model.LastTransformer.Transform(_unscored);
        TransformManyRows();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _engine.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public void Query() => _network.Query(_features, _scores);

    [Benchmark(OperationsPerInvoke = Records)]
    [Arguments(1)]
    [Arguments(2)]
    public void QueryMany(int threads) => _network.QueryMany(_manyFeatures, _manyScores, threads);

    [Benchmark]
    public void PredictOneRow() => _engine.Predict(_question, ref _answer);

    [Benchmark(OperationsPerInvoke = Records)]
    public float TransformManyRows() => Read(_scored, DefaultColumnNames.Score);

    [Benchmark(OperationsPerInvoke = Records)]
    public float GoThroughManyRows() => Read(_unscored, DefaultColumnNames.Features);

    private static float Read(IDataView view, string name)
    {
        var column = view.Schema[name];
        using var cursor = view.GetRowCursor([column]);
        var getter = cursor.GetGetter<VBuffer<float>>(column);
        var (buffer, sum) = (default(VBuffer<float>), 0f);
        while (cursor.MoveNext())
        {
            getter(ref buffer);
            sum += buffer.GetValues()[0];
        }

        return sum;
    }
}
