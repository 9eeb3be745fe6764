using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Reads from scored data what a model said of each record.</summary>
public static class ModelAnswers
{
    /// <summary>
    /// The answers, one at a time and in the order of the data; nothing is kept. Rows without a label or with a score
    /// that is not finite are left out, as ML.NET's metrics leave them out; so are rows of a class that there is no score
    /// for, as its confusion matrix does.
    /// </summary>
    /// <param name="scored">What any multiclass model's <c>Transform</c> gave.</param>
    /// <param name="labelColumnName">
    /// The label: a key, or the text or number itself. Its values are compared with those that the model was trained on; if
    /// either has none, the index of the class is.
    /// </param>
    /// <param name="scoreColumnName">The scores, a vector of <see cref="float"/> with one for each class.</param>
    /// <param name="pixelsColumnName">
    /// The pixels of a digit, 784 of <see cref="float"/>, 0 to 255; data without such a column is read without pixels.
    /// </param>
    /// <returns>The answers; the data is gone through anew whenever they are.</returns>
    /// <exception cref="ArgumentException">Raised at once: the columns of label or scores are missing or of another type.
    /// </exception>
    /// <exception cref="InvalidOperationException">Raised at once: the label and the model have no value in common.
    /// </exception>
    public static IEnumerable<Answer> Read(
        IDataView scored,
        string labelColumnName = DefaultColumnNames.Label,
        string scoreColumnName = DefaultColumnNames.Score,
        string pixelsColumnName = DigitFormat.PixelsColumn)
    {
        ArgumentNullException.ThrowIfNull(scored);
        _ = Column(scored, labelColumnName);
        var matched = ClassesByValue.Match(scored, labelColumnName, ClassNames.OfScores(scored.Schema, scoreColumnName));
        var (label, score) = (Column(matched, labelColumnName), Column(matched, scoreColumnName));
        if (score.Type is not VectorDataViewType { ItemType: NumberDataViewType { RawType: var type } } || type != typeof(float))
            throw new ArgumentException($"The column '{scoreColumnName}' is {score.Type}, not scores of classes.", nameof(scored));

        var pixels = matched.Schema.GetColumnOrNull(pixelsColumnName);
        return Enumerate(matched, label, score, pixels is { Type: var found } && IsPixels(found) ? pixels : null);
    }

    private static IEnumerable<Answer> Enumerate(
        IDataView scored, DataViewSchema.Column label, DataViewSchema.Column score, DataViewSchema.Column? pixels)
    {
        using var cursor = scored.GetRowCursor(pixels is null ? [label, score] : [label, score, pixels.Value]);
        var classOf = LabelGetter.Open(cursor, label);
        var getScores = cursor.GetGetter<VBuffer<float>>(score);
        var getPixels = pixels is null ? null : cursor.GetGetter<VBuffer<float>>(pixels.Value);
        var (scores, raw) = (default(VBuffer<float>), default(VBuffer<float>));
        while (cursor.MoveNext())
        {
            getScores(ref scores);
            ImmutableArray<float> dense = [.. scores.DenseValues()];
            if (classOf() is not { } trueClass || trueClass >= dense.Length || !dense.All(float.IsFinite))
                continue;

            getPixels?.Invoke(ref raw);
            yield return new Answer(cursor.Position, trueClass, dense, getPixels is null ? default : Bytes(raw));
        }
    }

    private static DataViewSchema.Column Column(IDataView scored, string name)
        => scored.Schema.GetColumnOrNull(name)
            ?? throw new ArgumentException($"The data has no column '{name}'.", nameof(scored));

    private static bool IsPixels(DataViewType type)
        => type is VectorDataViewType { Size: DigitFormat.Pixels, ItemType: NumberDataViewType { RawType: var item } }
            && item == typeof(float);

    private static byte[] Bytes(in VBuffer<float> pixels)
        => [.. pixels.DenseValues().Select(pixel => (byte)Math.Clamp(MathF.Round(pixel), 0, 255))];
}
