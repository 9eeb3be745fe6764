using Microsoft.ML.Data;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>Records made up for a test: each class is a direction in feature space, with noise.</summary>
internal sealed record MadeRecords(IReadOnlyList<float[]> Features, IReadOnlyList<int> Labels, int Classes)
{
    public static MadeRecords Create(int count, int features, int classes, int seed)
    {
        var random = new Random(seed);
        var centres = Enumerable.Range(0, classes).Select(_ => Draw()).ToArray();
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
        return new MadeRecords(
            [.. labels.Select(label => Draw().Zip(centres[label], (noise, centre) => (0.3f * noise) + (0.7f * centre)).ToArray())],
            labels,
            classes);

        float[] Draw() => [.. Enumerable.Range(0, features).Select(_ => random.NextSingle())];
    }

    public TrainingRecords ToTrainingRecords()
    {
        var records = new TrainingRecordsBuilder(Features[0].Length, Classes);
        foreach (var (features, label) in Features.Zip(Labels))
            records.Add(new VBuffer<float>(features.Length, features), label);
        return records.Build();
    }
}
