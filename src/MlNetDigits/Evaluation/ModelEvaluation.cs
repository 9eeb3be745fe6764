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
    /// <param name="labelColumnName">The label column: a key, or the index of a class. It is in the data, or the model
    /// makes it from what is there, as with <c>MapValueToKey</c>.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InvalidOperationException">
    /// No row can be evaluated: none has a label, or none has scores that are numbers.
    /// </exception>
    public static ClassificationReport Evaluate(
        MLContext mlContext, ITransformer model, IDataView data, string labelColumnName = DefaultColumnNames.Label)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);

        // Of the label alone: nothing is scored for it.
        var scored = model.Transform(data);
        var (rows, withoutLabel, highest) = CountRows(scored, labelColumnName);
        if (rows == withoutLabel)
            throw new InvalidOperationException($"None of the {rows} rows has a label, so there is nothing to evaluate.");

        var metrics = mlContext.MulticlassClassification.Evaluate(scored, labelColumnName);
        var classes = metrics.ConfusionMatrix.NumberOfClasses;
        var report = ClassificationReport.From(
            metrics,
            ClassNames.Of(scored.Schema[labelColumnName], classes),
            rows,
            withoutLabel,
            NormalizationOf(model),
            highest < classes ? 0 : CountUnknown(scored, labelColumnName));
        return report.RowsEvaluated > 0
            ? report
            : throw new InvalidOperationException($"None of the {rows} rows has scores that are numbers, so there is nothing to evaluate.");
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

    // Of the rows with scores: ML.NET leaves the others out, whatever class they are of.
    private static long CountUnknown(IDataView scored, string labelColumnName)
    {
        var (label, score) = (scored.Schema[labelColumnName], scored.Schema[DefaultColumnNames.Score]);
        using var cursor = scored.GetRowCursor([label, score]);
        var classOf = LabelGetter.Open(cursor, label);
        var getScores = cursor.GetGetter<VBuffer<float>>(score);
        var scores = default(VBuffer<float>);
        var count = 0L;
        while (cursor.MoveNext())
        {
            getScores(ref scores);
            if (classOf() >= scores.Length && scores.DenseValues().All(float.IsFinite))
                count++;
        }

        return count;
    }

    // Whatever comes after the network, such as MapKeyToValue, does not change its scores.
    private static ScoreNormalization? NormalizationOf(ITransformer model) => model switch
    {
        IEnumerable<ITransformer> chain => chain.Reverse().Select(NormalizationOf).FirstOrDefault(found => found is not null),
        ISingleFeaturePredictionTransformer<object> { Model: SigmoidNetworkModelParameters network } => network.ScoreNormalization,
        _ => null,
    };
}
