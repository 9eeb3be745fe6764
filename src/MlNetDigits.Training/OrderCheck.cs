using System.Collections.Immutable;
using System.Globalization;

namespace MlNetDigits.Training;

/// <summary>Whether records can teach a network to tell classes apart, in the order in which they are learned from.</summary>
internal static class OrderCheck
{
    /// <summary>Looks at records in memory, before they are learned from.</summary>
    /// <param name="records">The records to learn from.</param>
    /// <param name="options">Whether they are shuffled, and how many make an update.</param>
    /// <param name="names">What the classes are called.</param>
    /// <returns>A sentence; null if all is well.</returns>
    public static string? FindProblem(RecordBlock records, SigmoidNetworkOptions options, ImmutableArray<string> names)
    {
        var order = new LabelOrder(names.Length);
        order.Add(records);

        // The order within an update does not matter.
        return order.OnlyClass is { } only ? OneClass(order, names[only])
            : !options.Shuffle && options.BatchSize < records.Count && order.IsSorted
                ? Sorted($"The {Count(order)} records are sorted by class", "Turn on shuffling, or mix the data beforehand")
            : null;
    }

    /// <summary>
    /// Looks at streamed records as they are learned from: at the first block before it is, at all of them after the first
    /// pass. There is no pass for it.
    /// </summary>
    /// <param name="blocks">The blocks of the first pass.</param>
    /// <param name="recordsPerBlock">How many records a block has that is not the last.</param>
    /// <param name="names">What the classes are called.</param>
    /// <param name="warn">Told what is wrong, a sentence each.</param>
    /// <returns>The same blocks.</returns>
    public static IEnumerable<TrainingRecords> Watch(
        IEnumerable<TrainingRecords> blocks, int recordsPerBlock, ImmutableArray<string> names, Action<string> warn)
    {
        var order = new LabelOrder(names.Length);
        var (read, isTold) = (0, false);
        foreach (var block in blocks)
        {
            order.Add(RecordBlock.All(block));
            if (read++ == 0 && (block.Count < recordsPerBlock ? OfAll(order, names) : OfFirst(order, names)) is { } problem)
            {
                warn(problem);
                isTold = true;
            }

            yield return block;
        }

        if (read > 1 && (!isTold || order.OnlyClass is not null) && OfAll(order, names) is { } found)
            warn(found);
    }

    private static string? OfAll(LabelOrder order, ImmutableArray<string> names)
        => order.OnlyClass is { } only ? OneClass(order, names[only])
            : order.IsSorted ? SortedStream($"The {Count(order)} records are sorted by class")
            : null;

    private static string? OfFirst(LabelOrder order, ImmutableArray<string> names)
        => order.OnlyClass is { } only ? SortedStream($"The first {Count(order)} records are all of one class, '{names[only]}',")
            : order.IsSorted ? SortedStream($"The first {Count(order)} records are sorted by class")
            : null;

    private static string OneClass(LabelOrder order, string name)
        => $"{(order.Records == 1 ? "The only record is" : $"All {Count(order)} records are")} of one class, '{name}': the model will give this answer whatever it is asked, and be right on such records without having learned anything. Add records of other classes.";

    private static string SortedStream(string head)
        => Sorted(head, "Mix the data beforehand, or keep it in memory and turn on shuffling");

    private static string Sorted(string head, string advice)
        => $"{head} and learned from in that order: what is learned of one class is undone by the next, and the model will mostly give the answers that came last. {advice}.";

    private static string Count(LabelOrder order) => order.Records.ToString(CultureInfo.InvariantCulture);
}
