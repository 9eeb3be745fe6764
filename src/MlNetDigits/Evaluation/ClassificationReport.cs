using System.Collections.Immutable;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>How a model does on a data set, in plain numbers.</summary>
/// <param name="RowsRead">The rows of the data set.</param>
/// <param name="RowsWithoutLabel">The rows left out because their label is missing.</param>
/// <param name="RowsWithoutScore">The rows left out because their score is not a number.</param>
/// <param name="MicroAccuracy">The share of right answers, in [0, 1].</param>
/// <param name="MacroAccuracy">The mean of the classes' shares of right answers, in [0, 1].</param>
/// <param name="LogLoss">The mean of <c>-ln(score of the true class)</c>, as ML.NET computes it.</param>
/// <param name="LogLossReduction">How much smaller the log-loss is than that of always giving the classes' frequencies, at most 1;
/// NaN for a model of one class.</param>
/// <param name="ScoreNormalization">
/// What the network's scores were that the log-loss was computed of; null if the model is another kind of model.
/// </param>
/// <param name="Confusion">How often each class was taken for each.</param>
public sealed record ClassificationReport(
    long RowsRead,
    long RowsWithoutLabel,
    long RowsWithoutScore,
    double MicroAccuracy,
    double MacroAccuracy,
    double LogLoss,
    double LogLossReduction,
    ScoreNormalization? ScoreNormalization,
    ConfusionCounts Confusion)
{
    /// <summary>
    /// The rows of a class that the model does not know. ML.NET counts them as wrong in <see cref="MicroAccuracy"/> and
    /// <see cref="LogLoss"/>; they have no place in <see cref="Confusion"/>, nor in what is computed from it.
    /// </summary>
    public long RowsOfUnknownClass { get; init; }

    /// <summary>The classes that those rows are of; empty if their label does not tell what they are called.</summary>
    public ImmutableArray<string> UnknownClasses { get; init; } = [];

    /// <summary>The rows that the numbers are about.</summary>
    public long RowsEvaluated => RowsRead - RowsWithoutLabel - RowsWithoutScore;

    /// <summary>What the log-loss was computed of, in words that follow it.</summary>
    public string LogLossOf => ScoreNormalization switch
    {
        MlNetDigits.ScoreNormalization.None => "of the raw scores, which do not sum to 1",
        MlNetDigits.ScoreNormalization.Sum => "of scores divided by their sum",
        MlNetDigits.ScoreNormalization.Softmax => "of probabilities, by softmax",
        _ => "of the model's scores",
    };

    /// <summary>How the model does on each class, in the order of the classes.</summary>
    public ImmutableArray<ClassMetrics> Classes
        => [.. Enumerable.Range(0, Confusion.ClassNames.Length).Select(Confusion.MetricsOf)];

    /// <summary>Takes the numbers over from ML.NET's metrics.</summary>
    /// <param name="metrics">What <c>mlContext.MulticlassClassification.Evaluate</c> gave.</param>
    /// <param name="classNames">The names of the classes, in key order.</param>
    /// <param name="rowsRead">The rows of the data set.</param>
    /// <param name="rowsWithoutLabel">How many of them have no label.</param>
    /// <param name="scoreNormalization">What the scores of a network are; null for another kind of model.</param>
    /// <param name="rowsOfUnknownClass">How many are of a class that the model does not know, and have a score.</param>
    /// <returns>The report.</returns>
    public static ClassificationReport From(
        MulticlassClassificationMetrics metrics,
        ImmutableArray<string> classNames,
        long rowsRead,
        long rowsWithoutLabel = 0,
        ScoreNormalization? scoreNormalization = null,
        long rowsOfUnknownClass = 0)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var confusion = ConfusionCounts.From(metrics, classNames);

        // ML.NET leaves rows without a label or with a NaN score out of every count, and only warns.
        return new ClassificationReport(
            rowsRead,
            rowsWithoutLabel,
            rowsRead - rowsWithoutLabel - rowsOfUnknownClass - confusion.Total,
            metrics.MicroAccuracy,
            metrics.MacroAccuracy,
            metrics.LogLoss,
            metrics.LogLossReduction,
            scoreNormalization,
            confusion)
        {
            RowsOfUnknownClass = rowsOfUnknownClass,
        };
    }
}
