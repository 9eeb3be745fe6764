using System.Collections.Immutable;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace MlNetDigits.Training;

/// <summary>Finds the classes of records that are measured on among those of the records that are learned from.</summary>
internal static class MeasuredClasses
{
    /// <summary>Makes labels count classes as those of the training data do: by their values, if both have some.</summary>
    /// <param name="data">The data to measure on.</param>
    /// <param name="training">The data to learn from.</param>
    /// <param name="part">What the data to measure on is called in a sentence.</param>
    /// <returns>The data, and how many classes its labels count.</returns>
    /// <exception cref="InvalidOperationException">A row is of a class that the training data does not have.</exception>
    public static (RoleMappedData Data, int Classes) Match(RoleMappedData data, RoleMappedData training, string part)
    {
        var (label, feature) = (data.Schema.Label!.Value, data.Schema.Feature!.Value);
        var classes = ClassNames.OfKey(training.Schema.Label!.Value);
        var rows = ClassesByValue.Match(data.Data, label.Name, classes, "the training data");
        var matched = ReferenceEquals(rows, data.Data) ? data : new RoleMappedData(rows, label.Name, feature.Name);
        if (classes is not { } known || ClassNames.OfKey(rows.Schema[label.Name]) is not { } names)
        {
            matched.CheckMulticlassLabel(out var count);
            return (matched, count);
        }

        var unknown = Unknown(matched, known.Length, names);
        return unknown.Length == 0
            ? (matched, known.Length)
            : throw new OtherClassesException($"The {part} has rows of classes that the training data does not have: {ClassNames.Listed(unknown)}. The network has no output for them; leave these rows out, or learn from such rows too.");
    }

    private static ImmutableArray<string> Unknown(RoleMappedData data, int known, ImmutableArray<string> names)
    {
        if (names.Length <= known)
            return [];
        var label = data.Schema.Label!.Value;
        using var cursor = data.Data.GetRowCursor([label]);
        var classOf = LabelGetter.Open(cursor, label);
        var found = new SortedSet<int>();
        while (cursor.MoveNext())
        {
            if (classOf() is { } index && index >= known)
                found.Add(index);
        }

        return [.. found.Select(index => names[index])];
    }
}
