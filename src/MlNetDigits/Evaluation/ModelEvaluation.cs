using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Evaluates models.</summary>
public static class ModelEvaluation
{
    /// <summary>Scores every row of a data set and reports how many answers are right.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="model">A model that adds <c>Score</c> and <c>PredictedLabel</c>, as every multiclass trainer's does.</param>
    /// <param name="data">The rows, with the key column <paramref name="labelColumnName"/> and what the model takes.</param>
    /// <param name="labelColumnName">The label column.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InvalidOperationException">No row can be evaluated.</exception>
    public static ClassificationReport Evaluate(
        MLContext mlContext, ITransformer model, IDataView data, string labelColumnName = DefaultColumnNames.Label)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);

        var (rows, withoutLabel) = CountRows(data, labelColumnName);
        if (rows == withoutLabel)
            throw new InvalidOperationException($"None of the {rows} rows has a label, so there is nothing to evaluate.");

        var scored = model.Transform(data);
        var metrics = mlContext.MulticlassClassification.Evaluate(scored, labelColumnName);
        return ClassificationReport.From(
            metrics,
            ClassNames.Of(scored.Schema[labelColumnName], metrics.ConfusionMatrix.NumberOfClasses),
            rows,
            withoutLabel,
            NormalizationOf(model));
    }

    private static (long Rows, long WithoutLabel) CountRows(IDataView data, string labelColumnName)
    {
        var column = data.Schema[labelColumnName];
        using var cursor = data.GetRowCursor([column]);
        var classOf = LabelGetter.Open(cursor, column);
        var (rows, withoutLabel) = (0L, 0L);
        while (cursor.MoveNext())
        {
            rows++;
            if (classOf() is null)
                withoutLabel++;
        }

        return (rows, withoutLabel);
    }

    // Whatever comes after the network, such as MapKeyToValue, does not change its scores.
    private static ScoreNormalization? NormalizationOf(ITransformer model) => model switch
    {
        IEnumerable<ITransformer> chain => chain.Reverse().Select(NormalizationOf).FirstOrDefault(found => found is not null),
        ISingleFeaturePredictionTransformer<object> { Model: SigmoidNetworkModelParameters network } => network.ScoreNormalization,
        _ => null,
    };
}
