using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Evaluates models.</summary>
public static class ModelEvaluation
{
    /// <summary>Scores every row of a data set and reports how many answers are right.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="model">A model that adds <c>Score</c> and <c>PredictedLabel</c>, as every multiclass trainer's does.</param>
    /// <param name="data">The rows, with what the model takes.</param>
    /// <param name="labelColumnName">
    /// The label column. It is in the data, or the model makes it from what is there, as with <c>MapValueToKey</c>. Its
    /// values, be it a key of them or the text or number itself, are compared with those that the model was trained on; a key
    /// without values, or a model that does not tell them, is compared by the index of the class.
    /// </param>
    /// <returns>The report; its classes are the model's.</returns>
    /// <exception cref="InvalidOperationException">
    /// No row can be evaluated: none has a label, none is of a class that the model knows, or none has scores that are
    /// numbers.
    /// </exception>
    public static ClassificationReport Evaluate(
        MLContext mlContext, ITransformer model, IDataView data, string labelColumnName = DefaultColumnNames.Label)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);

        // Of the label alone: nothing is scored for it.
        var given = model.Transform(data);
        var known = ClassNames.OfScores(given.Schema);
        var scored = ClassesByValue.Match(given, labelColumnName, known);
        var (rows, withoutLabel, highest) = CountRows(scored, labelColumnName);
        if (rows == withoutLabel)
            throw new InvalidOperationException($"None of the {rows} rows has a label, so there is nothing to evaluate.");

        if (ScoresOf(scored) == 1)
            return OneClassReport.Of(scored, labelColumnName, known, (rows, withoutLabel), NormalizationOf(model));

        var metrics = mlContext.MulticlassClassification.Evaluate(scored, labelColumnName);
        var classes = metrics.ConfusionMatrix.NumberOfClasses;
        var unknown = highest < classes ? UnknownRows.None : UnknownRows.Count(scored, labelColumnName);
        var report = ClassificationReport.From(
            metrics,
            known ?? ClassNames.Of(scored.Schema[labelColumnName], classes),
            rows,
            withoutLabel,
            NormalizationOf(model),
            unknown.Rows);
        var named = report with { UnknownClasses = unknown.Classes };
        Check(named);
        return named;
    }

    private static (long Rows, long WithoutLabel, int Highest) CountRows(IDataView scored, string labelColumnName)
    {
        var column = scored.Schema[labelColumnName];
        using var cursor = scored.GetRowCursor([column]);
        var classOf = LabelGetter.Open(cursor, column);
        var (rows, withoutLabel, highest) = (0L, 0L, -1);
        while (cursor.MoveNext())
        {
            rows++;
            if (classOf() is { } index)
                highest = Math.Max(highest, index);
            else
                withoutLabel++;
        }

        return (rows, withoutLabel, highest);
    }

    private static void Check(ClassificationReport report)
    {
        if (report.RowsEvaluated == 0)
            throw new InvalidOperationException($"None of the {report.RowsRead} rows has scores that are numbers, so there is nothing to evaluate.");
        if (report.RowsOfUnknownClass == report.RowsEvaluated)
        {
            throw new OtherClassesException(
                $"None of the {report.RowsRead} rows is of a class that the model knows, so there is nothing to evaluate: it knows {ClassNames.Listed(report.Confusion.ClassNames)}{(report.UnknownClasses.IsEmpty ? "" : $", and the rows are of {ClassNames.Listed(report.UnknownClasses)}")}.");
        }
    }

    private static int? ScoresOf(IDataView scored)
        => (scored.Schema.GetColumnOrNull(DefaultColumnNames.Score)?.Type as VectorDataViewType)?.Size;

    // Whatever comes after the network, such as MapKeyToValue, does not change its scores.
    private static ScoreNormalization? NormalizationOf(ITransformer model) => model switch
    {
        IEnumerable<ITransformer> chain => chain.Reverse().Select(NormalizationOf).FirstOrDefault(found => found is not null),
        ISingleFeaturePredictionTransformer<object> { Model: SigmoidNetworkModelParameters network } => network.ScoreNormalization,
        _ => null,
    };
}
