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
        var chunks = new List<RecordChunk>();
        for (var i = 0; i < Features.Count; i++)
        {
            if (i % RecordChunk.Capacity == 0)
                chunks.Add(new RecordChunk(Features[0].Length, Features[0].Length));
            chunks[^1].AddDense(Features[i]);
        }

        return new TrainingRecords(Features[0].Length, Classes, chunks, [.. Labels]);
    }
}
