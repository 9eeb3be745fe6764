namespace MlNetDigits.Training;

/// <summary>In which order an epoch sees the records.</summary>
internal static class EpochOrder
{
    /// <summary>The order of the data.</summary>
    public static int[] OfData(int count) => [.. Enumerable.Range(0, count)];

    /// <summary>
    /// A random order (Fisher and Yates) that depends on the seed and the epoch alone, not on the epochs before, so
    /// that training can be taken up again at any epoch.
    /// </summary>
    /// <param name="records">The records to put in order; left as they are.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    public static int[] Shuffled(ReadOnlySpan<int> records, int seed, int epoch)
    {
        var order = records.ToArray();
        var random = SplitMix64.Create(seed, epoch);
        for (var last = order.Length - 1; last > 0; last--)
        {
            var other = random.NextInt(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    /// <summary>Each record's copies one after another: copy c of record r is number <c>copies * r + c</c>.</summary>
    public static int[] WithCopies(int[] order, int copies)
        => copies == 1 ? order : [.. order.SelectMany(record => Enumerable.Range(record * copies, copies))];
}
