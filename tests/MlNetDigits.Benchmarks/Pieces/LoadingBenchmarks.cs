using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Benchmarks;

/// <summary>Reading digits, a record: files through ML.NET's cursors, and a view into training memory.</summary>
[MemoryDiagnoser]
public class LoadingBenchmarks
{
    private const int Records = 4000;

    private readonly MLContext _ml = new(seed: 1);
    private string _folder = "";
    private IDataView _idx = null!;
    private IDataView _csv = null!;
    private IDataView _inMemory = null!;
    private IDataView _scaledCsv = null!;

    [GlobalSetup]
    public void Setup()
    {
        _folder = Directory.CreateTempSubdirectory("mlnetdigits-").FullName;
        DigitRecord[] digits =
        [
            .. DigitRecords.Read(DigitSource.Resolve(Folders.MnistOrSample, DigitPart.Train)).Take(Records),
        ];
        var (csv, images) = (Path.Combine(_folder, "digits.csv"), Path.Combine(_folder, "train-images-idx3-ubyte.gz"));
        CsvFile.Write(csv, digits);
        IdxFile.Write(images, Path.Combine(_folder, "train-labels-idx1-ubyte.gz"), digits.Length, digits);

        _idx = DigitData.Load(_ml, images).View;
        _csv = DigitData.Load(_ml, csv).View;
        _scaledCsv = Scale(_csv);
        _inMemory = _ml.Data.Cache(Scale(_idx));
        RecordsInMemory.Read(_ml, _inMemory);
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark(OperationsPerInvoke = Records)]
    public int IdxRecords() => IdxFile.Read((IdxSource)DigitSource.Resolve(_folder)).Count();

    [Benchmark(OperationsPerInvoke = Records)]
    public float IdxCursor() => ReadPixels(_idx);

    [Benchmark(OperationsPerInvoke = Records)]
    public float CsvCursor() => ReadPixels(_csv);

    [Benchmark(OperationsPerInvoke = Records)]
    public int CsvIntoTrainingMemory() => RecordsInMemory.Read(_ml, _scaledCsv).Count;

    [Benchmark(OperationsPerInvoke = Records)]
    public int CacheIntoTrainingMemory() => RecordsInMemory.Read(_ml, _inMemory).Count;

    private IDataView Scale(IDataView raw) => _ml.Transforms.ScalePixels().Fit(raw).Transform(raw);

    private static float ReadPixels(IDataView view)
    {
        using var cursor = view.GetRowCursor(view.Schema);
        var pixels = cursor.GetGetter<VBuffer<float>>(view.Schema[DigitFormat.PixelsColumn]);
        var label = cursor.GetGetter<uint>(view.Schema[DigitFormat.LabelColumn]);
        var (buffer, key, sum) = (default(VBuffer<float>), 0u, 0f);
        while (cursor.MoveNext())
        {
            pixels(ref buffer);
            label(ref key);
            sum += buffer.GetValues()[^1] + key;
        }

        return sum;
    }
}
