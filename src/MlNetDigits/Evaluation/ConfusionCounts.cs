using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

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

    /// <summary>Takes the counts over from the metrics of any multiclass trainer.</summary>
    /// <param name="metrics">What <c>mlContext.MulticlassClassification.Evaluate</c> gave.</param>
    /// <param name="classNames">The names of the classes, in key order; by default their indices, from "0".</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">There are more or fewer names than classes.</exception>
    public static ConfusionCounts From(MulticlassClassificationMetrics metrics, ImmutableArray<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return From(metrics.ConfusionMatrix, classNames);
    }

    /// <summary>Takes the counts over from the metrics of any multiclass trainer.</summary>
    /// <param name="metrics">What <c>mlContext.MulticlassClassification.Evaluate</c> gave.</param>
    /// <param name="label">The label column of the scored data; its key values are the names of the classes.</param>
    /// <returns>The counts.</returns>
    public static ConfusionCounts From(MulticlassClassificationMetrics metrics, DataViewSchema.Column label)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var matrix = metrics.ConfusionMatrix;
        return From(matrix, MlNetDigits.ClassNames.Of(label, matrix.NumberOfClasses));
    }

    /// <summary>Takes the counts over from ML.NET's confusion matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="classNames">The names of the classes, in key order; by default their indices, from "0".</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">There are more or fewer names than classes.</exception>
    public static ConfusionCounts From(ConfusionMatrix matrix, ImmutableArray<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var names = classNames ?? MlNetDigits.ClassNames.OfIndices(matrix.NumberOfClasses);
        if (names.Length != matrix.NumberOfClasses)
        {
            throw new ArgumentException(
                $"There are {names.Length} names for {matrix.NumberOfClasses} classes.", nameof(classNames));
        }

        // ML.NET counts in double.
        return new ConfusionCounts(
            names, [.. matrix.Counts.Select(row => row.Select(count => (long)count).ToImmutableArray())]);
    }

    /// <summary>The share of a true class's records that were taken for a class.</summary>
    /// <param name="trueClass">The true class, in [0, number of classes).</param>
    /// <param name="predictedClass">The predicted class, in [0, number of classes).</param>
    /// <returns>The share, in [0, 1]; NaN if no record is of the true class.</returns>
    public double Share(int trueClass, int predictedClass)
        => (double)Rows[trueClass][predictedClass] / Rows[trueClass].Sum();

    /// <summary>The classes that are taken for each other most often.</summary>
    /// <param name="limit">How many pairs at most.</param>
    /// <returns>
    /// The pairs that occur, the most frequent first; of equally frequent ones that with the larger share of its true
    /// class, then in the order of the classes.
    /// </returns>
    public ImmutableArray<ConfusedPair> MostConfused(int limit = int.MaxValue) =>
    [
        .. Enumerable.Range(0, ClassNames.Length)
            .SelectMany(_ => Enumerable.Range(0, ClassNames.Length), (i, j) => (True: i, Predicted: j))
            .Where(pair => pair.True != pair.Predicted && Rows[pair.True][pair.Predicted] > 0)
            .Select(pair => new ConfusedPair(
                pair.True,
                pair.Predicted,
                ClassNames[pair.True],
                ClassNames[pair.Predicted],
                Rows[pair.True][pair.Predicted],
                Share(pair.True, pair.Predicted)))
            .OrderByDescending(pair => pair.Count)
            .ThenByDescending(pair => pair.Share)
            .Take(limit),
    ];

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
