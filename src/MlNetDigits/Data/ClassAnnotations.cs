using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>
/// Tells of a label column what its classes are called and, where that is something else, which labels of files stand for
/// them. ML.NET saves it with a model, as part of the schema of what the model was trained on.
/// </summary>
internal static class ClassAnnotations
{
    /// <summary>The kind of the annotation: a vector of a label for each class, in the order of the keys.</summary>
    public const string Kind = "ClassLabels";

    /// <summary>Adds them. The ten digits are told of as they always were.</summary>
    /// <param name="annotations">Those of a key column of as many values as there are classes; without key values.</param>
    /// <param name="classes">The classes.</param>
    public static void AddTo(DataViewSchema.Annotations.Builder annotations, DigitClasses classes)
    {
        KeyColumn.AddValues(annotations, classes.Names);
        if (classes.AreNumbers || classes.Labels.Length != classes.Count)
            return;

        var labels = classes.Labels.OrderBy(classes.IndexOf).Select(label => (int)label).ToArray();
        annotations.Add(
            Kind,
            new VectorDataViewType(NumberDataViewType.Int32, labels.Length),
            (ref VBuffer<int> values) => new VBuffer<int>(labels.Length, labels).CopyTo(ref values));
    }

    /// <summary>The classes of a model.</summary>
    /// <param name="names">Their names, in the order of the scores.</param>
    /// <param name="trainedOn">The columns that the model was trained on.</param>
    /// <returns>The classes; null if it is not known which labels of files stand for them.</returns>
    public static DigitClasses? Find(ImmutableArray<string> names, DataViewSchema trainedOn)
    {
        var stored = Labels(trainedOn.GetColumnOrNull(DigitFormat.LabelColumn));
        if (stored is null && names.AsSpan().SequenceEqual(DigitClasses.Digits.Names.AsSpan()))
            return DigitClasses.Digits;
        var labels = stored ?? [.. names.Select(NumberOf)];
        return labels.Length == names.Length && labels.Distinct().Count() == labels.Length && labels.All(label => label is >= 0 and < DigitClasses.MostClasses)
            && names.Distinct().Count() == names.Length && names.Length >= 2
            ? DigitClasses.Named(labels.Zip(names, (label, name) => KeyValuePair.Create((byte)label, name))).InOrderOf(names)
            : null;
    }

    private static int[]? Labels(DataViewSchema.Column? label)
    {
        if (label?.Annotations.Schema.GetColumnOrNull(Kind)?.Type is not VectorDataViewType type || type.ItemType != NumberDataViewType.Int32)
            return null;
        var labels = default(VBuffer<int>);
        label.Value.Annotations.GetValue(Kind, ref labels);
        return [.. labels.DenseValues()];
    }

    private static int NumberOf(string name)
        => byte.TryParse(name, out var label) && DigitClasses.NameOf(label) == name ? label : -1;
}
