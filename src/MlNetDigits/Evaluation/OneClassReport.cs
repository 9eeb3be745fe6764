using System.Collections.Immutable;
using Microsoft.ML;

namespace MlNetDigits;

/// <summary>Reports on a model of one class, which ML.NET refuses to evaluate: its scores must be two or more.</summary>
internal static class OneClassReport
{
    // ML.NET's: no score of the true class counts as less.
    private const double LeastScore = 1e-15;

    /// <summary>Counts as ML.NET would. The answer is always the one class, and there is no log-loss to reduce.</summary>
    /// <param name="scored">The scored rows.</param>
    /// <param name="labelColumnName">The label, of which the first class is the model's.</param>
    /// <param name="names">What the class is called; null if the model does not tell.</param>
    /// <param name="read">How many rows there are, and how many of them have no label.</param>
    /// <param name="normalization">What the scores are.</param>
    /// <exception cref="InvalidOperationException">No row can be evaluated.</exception>
    public static ClassificationReport Of(
        IDataView scored,
        string labelColumnName,
        ImmutableArray<string>? names,
        (long Rows, long WithoutLabel) read,
        ScoreNormalization? normalization)
    {
        var unknown = UnknownRows.Count(scored, labelColumnName);
        var (right, loss) = (0L, unknown.Rows * -Math.Log(LeastScore));
        foreach (var answer in ModelAnswers.Read(scored, labelColumnName))
        {
            right++;
            loss -= Math.Log(Math.Clamp(answer.TrueScore, LeastScore, 1));
        }

        var evaluated = right + unknown.Rows;
        return right == 0
            ? throw new OtherClassesException($"None of the {read.Rows} rows is of the one class that the model knows and has a score that is a number, so there is nothing to evaluate.")
            : new ClassificationReport(
                read.Rows,
                read.WithoutLabel,
                read.Rows - read.WithoutLabel - evaluated,
                (double)right / evaluated,
                1,
                loss / evaluated,
                double.NaN,
                normalization,
                new ConfusionCounts(names ?? ClassNames.Of(scored.Schema[labelColumnName], 1), [[right]]))
            {
                RowsOfUnknownClass = unknown.Rows,
                UnknownClasses = unknown.Classes,
            };
    }
}
