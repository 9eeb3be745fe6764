using System.Text.Json;
using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// What one process measured of training and of scoring; a line of JSON, which <see cref="ProcessesCommand"/> reads.
/// </summary>
/// <param name="Records">The digits that were trained on.</param>
/// <param name="Speeds">Each kind of work, in an order that is the same in every process.</param>
internal sealed record ProcessSpeeds(int Records, IReadOnlyList<NamedSpeed> Speeds)
{
    private const int ScoredRows = 1000;

    private static readonly int[] BatchSizes = [1, 32, 128];
    private static readonly int[] ThreadCounts = [1, 2];

    public static ProcessSpeeds Parse(string line)
        => JsonSerializer.Deserialize<ProcessSpeeds>(line) ?? throw new FormatException($"Not speeds: {line}");

    /// <summary>
    /// Measures in this process. An epoch, or a batch of scoring, is taken at the median, not at its fastest: a process
    /// that is slow now and then is to be seen too.
    /// </summary>
    public static ProcessSpeeds Measure(string folder, int records, int epochs, bool grain)
    {
        var digits = ReadDigits(folder, DigitPart.Train, records, grain);
        var ml = new MLContext(seed: 1);
        var view = DigitData.FromRecords(ml, digits);
        var training =
            from batch in BatchSizes
            from threads in ThreadCounts
            let options = new SigmoidNetworkOptions { Epochs = epochs, BatchSize = batch, Threads = threads }
            let seconds = Numbers.Median(EngineSpeed.EpochSeconds(ml, view, options))
            select new NamedSpeed($"Training, batch size {batch}", threads, seconds * 1e6 / digits.Count);

        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(epochs: 1);
        var weights = ml.Transforms.ScalePixels().Append(trainer).Fit(view).LastTransformer.Model.Weights;
        var rows = DigitFloats.From(ReadDigits(folder, DigitPart.Test, ScoredRows, grain));
        return new ProcessSpeeds(digits.Count, [.. training, .. Score(weights, rows)]);
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    private static IReadOnlyList<DigitRecord> ReadDigits(string folder, DigitPart part, int count, bool grain)
    {
        var digits = DigitRecords.Read(DigitSource.Resolve(folder, part)).Take(count);
        return grain ? GrainyDigits.AddGrain(digits) : [.. digits];
    }

    private static IEnumerable<NamedSpeed> Score(NetworkWeights weights, DigitFloats rows)
    {
        var scores = new float[rows.Count * weights.Outputs];
        var one = Speed.MedianMicroseconds(() => QueryOneByOne(weights, rows, scores));
        yield return new NamedSpeed("Scoring one row at a time, Query", 1, one / rows.Count);
        foreach (var threads in ThreadCounts)
        {
            var many = Speed.MedianMicroseconds(() => weights.QueryMany(rows.Inputs, scores, threads));
            yield return new NamedSpeed($"Scoring {rows.Count:N0} rows, QueryMany", threads, many / rows.Count);
        }
    }

    // Different rows: one row again and again would be one that the processor learns by heart.
    private static void QueryOneByOne(NetworkWeights weights, DigitFloats rows, Span<float> scores)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            weights.Query(
                rows.Inputs.AsSpan(row * weights.Inputs, weights.Inputs),
                scores.Slice(row * weights.Outputs, weights.Outputs));
        }
    }
}
