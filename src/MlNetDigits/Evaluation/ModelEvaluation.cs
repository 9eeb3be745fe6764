using System.Collections.Immutable;
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
            ClassNames(scored.Schema[labelColumnName], metrics.ConfusionMatrix.NumberOfClasses),
            rows,
            withoutLabel,
            NormalizationOf(model));
    }

    private static (long Rows, long WithoutLabel) CountRows(IDataView data, string labelColumnName)
    {
        var column = data.Schema[labelColumnName];
        using var cursor = data.GetRowCursor([column]);
        var getLabel = cursor.GetGetter<uint>(column);
        var (rows, withoutLabel, label) = (0L, 0L, 0u);
        while (cursor.MoveNext())
        {
            rows++;
            getLabel(ref label);
            if (label == 0)
                withoutLabel++;
        }

        return (rows, withoutLabel);
    }

    private static ImmutableArray<string> ClassNames(DataViewSchema.Column label, int classes)
    {
        if (label.Annotations.Schema.GetColumnOrNull(AnnotationUtils.Kinds.KeyValues) is not { } keyValues
            || keyValues.Type is not VectorDataViewType { ItemType: TextDataViewType })
        {
            return [.. Enumerable.Range(0, classes).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        }

        var names = default(VBuffer<ReadOnlyMemory<char>>);
        label.GetKeyValues(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    private static ScoreNormalization NormalizationOf(ITransformer model) => model switch
    {
        TransformerChain<ITransformer> chain => NormalizationOf(chain.LastTransformer),
        ISingleFeaturePredictionTransformer<SigmoidNetworkModelParameters> network => network.Model.ScoreNormalization,
        _ => ScoreNormalization.None,
    };
}
