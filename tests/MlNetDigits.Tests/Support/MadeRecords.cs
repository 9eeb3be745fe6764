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

    /// <summary>The same records with most features at one value, as the background of a picture has.</summary>
    /// <param name="background">The value.</param>
    /// <param name="share">About which share of the features, from 0 to 1.</param>
    /// <param name="seed">Decides which.</param>
    public MadeRecords WithBackground(float background, double share, int seed)
    {
        var random = new Random(seed);
        return this with
        {
            Features = [.. Features.Select(x => x.Select(value => random.NextDouble() < share ? background : value).ToArray())],
        };
    }

    public TrainingRecords ToTrainingRecords()
    {
        var records = new TrainingRecordsBuilder(Features[0].Length, Classes);
        foreach (var (features, label) in Features.Zip(Labels))
            records.Add(new VBuffer<float>(features.Length, features), label);
        return records.Build();
    }
}
