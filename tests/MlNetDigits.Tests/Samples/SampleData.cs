using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Samples;

/// <summary>A small data set for the sample programs, and what a network in double precision makes of it.</summary>
public sealed class SampleData : IDisposable
{
    /// <summary>How many digits there are to learn from.</summary>
    public const int TrainCount = 600;

    private const int TestCount = 200;
    private const double Rate = 0.1;

    private readonly MadeRecords _train = TestDigits.Train.Take(TrainCount);
    private readonly MadeRecords _test = TestDigits.Test.Take(TestCount);

    public SampleData()
    {
        WriteFirstLines("digits-train.csv", TrainCount);
        WriteFirstLines("digits-test.csv", TestCount);
        Directory.CreateDirectory(Pictures);
        foreach (var (row, (label, pixels)) in TestDigits.Test.Records.Take(20).Index())
            Folder.Write($"pictures/mine{row:D2}_{label}.png", PictureFile.ToPng(DigitImage.ToPicture(pixels)));

        var reference = new ReferenceNetwork(WeightInitializer.Draw(784, 200, 10, WeightInitialization.Uniform, seed: 1));
        ErrorOfOneEpoch = reference.Train(_train.Features, _train.Labels, Rate, UpdateRule.Classic);
        ScorecardOfOneEpoch = [.. _test.Features.Zip(_test.Labels, (inputs, label) => Best(reference.Query(inputs)) == label ? 1 : 0)];
    }

    /// <summary>The digits of the test part, in order.</summary>
    public IReadOnlyList<int> TestLabels => _test.Labels;

    /// <summary>The training error of an epoch from the weights of seed 1, at rate 0.1, by the classic rule.</summary>
    public double ErrorOfOneEpoch { get; }

    /// <summary>After that epoch, a 1 for each test digit that is read right and a 0 for each other.</summary>
    public IReadOnlyList<int> ScorecardOfOneEpoch { get; }

    internal TemporaryFolder Folder { get; } = new();

    /// <summary>Twenty PNG files whose names end in the digit.</summary>
    internal string Pictures => Folder.File("pictures");

    public void Dispose() => Folder.Dispose();

    private void WriteFirstLines(string name, int count)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", name)).Take(count);
        Folder.Write(name, string.Join('\n', lines) + "\n");
    }

    private static int Best(double[] outputs) => Array.IndexOf(outputs, outputs.Max());
}
