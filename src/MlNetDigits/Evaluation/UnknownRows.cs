using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>The rows of classes that a model does not know.</summary>
/// <param name="Rows">How many there are, of those with scores: ML.NET leaves the others out, whatever class they are of.</param>
/// <param name="Classes">What their classes are called, in the order of the label's key; empty if the key has no values.</param>
internal sealed record UnknownRows(long Rows, ImmutableArray<string> Classes)
{
    /// <summary>No such row.</summary>
    public static UnknownRows None { get; } = new(0, []);

    /// <summary>Counts them in one pass.</summary>
    /// <param name="scored">The scored rows.</param>
    /// <param name="labelColumnName">The label, which counts classes as the scores do.</param>
    public static UnknownRows Count(IDataView scored, string labelColumnName)
    {
        var (label, score) = (scored.Schema[labelColumnName], scored.Schema[DefaultColumnNames.Score]);
        using var cursor = scored.GetRowCursor([label, score]);
        var classOf = LabelGetter.Open(cursor, label);
        var getScores = cursor.GetGetter<VBuffer<float>>(score);
        var scores = default(VBuffer<float>);
        var (count, classes) = (0L, new SortedSet<int>());
        while (cursor.MoveNext())
        {
            getScores(ref scores);
            if (classOf() is not { } index || index < scores.Length || !scores.DenseValues().All(float.IsFinite))
                continue;
            count++;
            classes.Add(index);
        }

        var names = ClassNames.OfKey(label) ?? [];
        return new(count, [.. classes.Where(index => index < names.Length).Select(index => names[index])]);
    }
}
