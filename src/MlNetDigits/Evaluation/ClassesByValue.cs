using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>
/// Finds the classes of a label column among those that a model knows: by their values. The index of a class says nothing:
/// <c>MapValueToKey</c> counts values as they come, so that each data set has an order of its own.
/// </summary>
internal static class ClassesByValue
{
    /// <summary>Makes a label column count classes as a model does.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="labelColumnName">The label: a key, text, a truth value or a number.</param>
    /// <param name="classes">What the model's classes are called, in its order; null if it does not tell.</param>
    /// <param name="owner">Whose classes they are, in words.</param>
    /// <returns>
    /// The rows with a label that is a key of the model's classes, followed by those that it does not know. The rows as they
    /// are if the label counts so already, or if its classes or the model's have no values: then all there is is the index.
    /// </returns>
    /// <exception cref="InvalidOperationException">The label and the model have no value in common.</exception>
    public static IDataView Match(
        IDataView data, string labelColumnName, ImmutableArray<string>? classes, string owner = "the model")
    {
        if (classes is not { } known || data.Schema.GetColumnOrNull(labelColumnName) is not { } label)
            return data;
        if (label.Type is KeyDataViewType)
            return ClassNames.OfKey(label) is { } values ? MatchKey(data, label, values, known, owner) : data;
        return IsIndex(label.Type, known) ? data : MatchValues(data, label, known, owner);
    }

    private static IDataView MatchKey(
        IDataView data, DataViewSchema.Column label, ImmutableArray<string> values, ImmutableArray<string> classes, string owner)
    {
        var all = All(label, values, classes, owner);
        var places = PlacesOf(all);
        int[] map = [.. values.Select(value => places[value])];
        return map.SequenceEqual(Enumerable.Range(0, map.Length))
            ? data
            : Replace(data, label, all, row => Mapped(LabelGetter.Open(row, label), map));
    }

    private static ValueGetter<uint> Mapped(Func<int?> classOf, int[] map)
        => (ref uint key) => key = classOf() is { } index && index < map.Length ? (uint)map[index] + 1 : 0;

    /// <summary>What values there are besides the model's classes is only known when all rows have been read.</summary>
    private static IDataView MatchValues(
        IDataView data, DataViewSchema.Column label, ImmutableArray<string> classes, string owner)
    {
        if (label.Type is not (TextDataViewType or BooleanDataViewType or NumberDataViewType))
            return data;
        var all = All(label, DistinctValues(data, label), classes, owner);
        var places = PlacesOf(all);
        return Replace(data, label, all, row =>
        {
            var textOf = ValueText.Open(row, label)!;
            return (ValueGetter<uint>)((ref uint key)
                => key = textOf() is { } text && places.TryGetValue(text, out var place) ? (uint)place + 1 : 0);
        });
    }

    private static HashSet<string> DistinctValues(IDataView data, DataViewSchema.Column label)
    {
        using var cursor = data.GetRowCursor([label]);
        var textOf = ValueText.Open(cursor, label)!;
        var values = new HashSet<string>();
        while (cursor.MoveNext())
        {
            if (textOf() is { } text)
                values.Add(text);
        }

        return values;
    }

    /// <summary>The model's classes, and the label's values that are none of them.</summary>
    private static ImmutableArray<string> All(
        DataViewSchema.Column label, IReadOnlyCollection<string> values, ImmutableArray<string> classes, string owner)
    {
        string[] missing = [.. values.Except(classes)];
        return missing.Length < values.Count || values.Count == 0
            ? [.. classes, .. missing]
            : throw new OtherClassesException(
                $"The label column '{label.Name}' has the classes {ClassNames.Listed(values)}, and {owner} {ClassNames.Listed(classes)}: none is the same. Label both alike.");
    }

    private static Dictionary<string, int> PlacesOf(ImmutableArray<string> names)
        => names.Select((name, index) => (name, index)).DistinctBy(place => place.name).ToDictionary();

    // ML.NET takes a label of floats for the index of the class. Where the classes are 0, 1, 2, ... or no numbers, it is.
    private static bool IsIndex(DataViewType type, ImmutableArray<string> classes)
        => type.RawType is var raw && (raw == typeof(float) || raw == typeof(double))
            && (classes.SequenceEqual(ClassNames.OfIndices(classes.Length)) || !classes.Any(IsNumber));

    private static bool IsNumber(string name)
        => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static AddedColumnView Replace(
        IDataView data, DataViewSchema.Column label, ImmutableArray<string> names, Func<DataViewRow, Delegate> open)
        => new(data, KeyColumn.Of(label.Name, names), label, open);
}
