using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>How often each class was taken for each.</summary>
/// <param name="ClassNames">The names of the classes, in the order of the rows and columns.</param>
/// <param name="Rows">A row for each true class; in it, a count for each predicted class.</param>
public sealed record ConfusionCounts(ImmutableArray<string> ClassNames, ImmutableArray<ImmutableArray<long>> Rows)
{
    /// <summary>All records.</summary>
    public long Total => Rows.Sum(row => row.Sum());

    /// <summary>The records whose predicted class is the true one.</summary>
    public long Right => Enumerable.Range(0, ClassNames.Length).Sum(i => Rows[i][i]);

    /// <summary>Precision and recall of one class.</summary>
    /// <param name="index">The class, in [0, number of classes).</param>
    /// <returns>Its metrics.</returns>
    public ClassMetrics MetricsOf(int index)
    {
        var support = Rows[index].Sum();
        var predicted = Rows.Sum(row => row[index]);
        return new ClassMetrics(
            ClassNames[index], support, (double)Rows[index][index] / predicted, (double)Rows[index][index] / support);
    }
}
