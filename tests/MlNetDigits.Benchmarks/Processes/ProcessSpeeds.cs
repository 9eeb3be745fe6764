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
    /// <param name="settings">What is trained on, and how.</param>
    /// <param name="shuffleSeed">Decides the order of the measurements; null for the usual one.</param>
    public static ProcessSpeeds Measure(ProcessSettings settings, int? shuffleSeed)
    {
        var digits = ReadDigits(settings, DigitPart.Train, settings.Records);
        var ml = new MLContext(seed: 1);
        var view = DigitData.FromRecords(ml, digits);
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(epochs: 1);
        var weights = ml.Transforms.ScalePixels().Append(trainer).Fit(view).LastTransformer.Model.Weights;
        var rows = DigitFloats.From(ReadDigits(settings, DigitPart.Test, ScoredRows));

        Func<NamedSpeed>[] works =
        [
            .. from batch in BatchSizes
               from threads in ThreadCounts
               let options = new SigmoidNetworkOptions { Epochs = settings.Epochs, BatchSize = batch, Threads = threads }
               select (Func<NamedSpeed>)(() => Train(ml, view, digits.Count, options)),
            () => Query(weights, rows),
            .. ThreadCounts.Select(threads => (Func<NamedSpeed>)(() => QueryMany(weights, rows, threads))),
        ];
        return new ProcessSpeeds(digits.Count, Run(works, shuffleSeed));
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    private static NamedSpeed[] Run(Func<NamedSpeed>[] works, int? shuffleSeed)
    {
        int[] order = [.. Enumerable.Range(0, works.Length)];
        if (shuffleSeed is { } seed)
            new Random(seed).Shuffle(order);
        var speeds = new NamedSpeed[works.Length];
        foreach (var work in order)
            speeds[work] = works[work]();
        return speeds;
    }

    private static IReadOnlyList<DigitRecord> ReadDigits(ProcessSettings settings, DigitPart part, int count)
    {
        var digits = DigitRecords.Read(DigitSource.Resolve(settings.Data, part)).Take(count);
        return settings.Grain ? GrainyDigits.AddGrain(digits) : [.. digits];
    }

    private static NamedSpeed Train(MLContext ml, IDataView view, int records, SigmoidNetworkOptions options)
    {
        var seconds = Numbers.Median(EngineSpeed.EpochSeconds(ml, view, options));
        return new NamedSpeed($"Training, batch size {options.BatchSize}", options.Threads, seconds * 1e6 / records);
    }

    private static NamedSpeed Query(NetworkWeights weights, DigitFloats rows)
    {
        var scores = new float[rows.Count * weights.Outputs];
        var all = Speed.MedianMicroseconds(() => QueryOneByOne(weights, rows, scores));
        return new NamedSpeed("Scoring one row at a time, Query", 1, all / rows.Count);
    }

    private static NamedSpeed QueryMany(NetworkWeights weights, DigitFloats rows, int threads)
    {
        var scores = new float[rows.Count * weights.Outputs];
        var all = Speed.MedianMicroseconds(() => weights.QueryMany(rows.Inputs, scores, threads));
        return new NamedSpeed("Scoring many rows at once, QueryMany", threads, all / rows.Count);
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
