namespace MlNetDigits.Reporting;

/// <summary>Moves labels apart.</summary>
internal static class LabelSpacing
{
    /// <summary>
    /// The places nearest to those that are wanted (in least squares) at which labels do not touch, in the order given.
    /// </summary>
    /// <param name="wanted">Where each would like to be, rising.</param>
    /// <param name="gap">The least distance of two neighbours.</param>
    /// <param name="low">The least place, kept to as far as there is room.</param>
    /// <param name="high">The largest place.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double gap, double low, double high)
    {
        // Neighbours that would touch form a group that moves as one; less their own i * gap, its members want the mean.
        var groups = new List<(double Sum, int Count)>();
        for (var i = 0; i < wanted.Count; i++)
        {
            groups.Add((wanted[i] - (i * gap), 1));
            while (groups is [.., var before, var last] && before.Sum / before.Count >= last.Sum / last.Count)
            {
                groups.RemoveAt(groups.Count - 1);
                groups[^1] = (before.Sum + last.Sum, before.Count + last.Count);
            }
        }

        var top = Math.Max(low, high - ((wanted.Count - 1) * gap));
        return
        [
            .. groups.SelectMany(group => Enumerable.Repeat(Math.Clamp(group.Sum / group.Count, low, top), group.Count))
                .Select((place, i) => place + (i * gap)),
        ];
    }
}
