using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>An epoch of each engine, a record; 784-200-10, one thread.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks : IDisposable
{
    private const int Records = 4000;

    private EpochWork _work = null!;
    private ITrainingEngine _engine = null!;
    private TorchThreads _threads = null!;

    [ParamsSource(nameof(Engines))]
    public EngineChoice Engine { get; set; } = null!;

    [ParamsAllValues]
    public UpdateRule Rule { get; set; }

    public static IEnumerable<EngineChoice> Engines => EngineChoice.All();

    [GlobalSetup]
    public void Setup()
    {
        TorchNative.EnsureLoaded();
        var options = Engine.ToOptions(Rule);
        var ml = new MLContext(seed: 1);
        var raw = MlNetData.Open(ml, Folders.MnistOrSample, DigitPart.Train, Records);
        _work = new EpochWork(
            RecordsInMemory.Read(ml, ml.Transforms.ScalePixels().Fit(raw).Transform(raw)),
            EpochOrder.OfData(Records),
            new RateCourse(options.LearningRate, options.Schedule, Records));
        _threads = new TorchThreads(options.Threads);
        _engine = EngineFactory.Create(
            WeightInitializer.Draw(
                DigitFormat.Pixels, options.HiddenNodes, DigitFormat.Classes, options.Initialization, seed: 1),
            options);
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public double Train() => _engine.TrainEpoch(_work, _ => true).ErrorSum;

    [GlobalCleanup]
    public void Dispose()
    {
        _engine.Dispose();
        _threads.Dispose();
        GC.SuppressFinalize(this);
    }
}
