using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Describes columns that are keys with text values.</summary>
internal static class KeyColumn
{
    /// <summary>A key of names, in their order.</summary>
    public static DataViewSchema.DetachedColumn Of(string name, ImmutableArray<string> values)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        AddValues(annotations, values);
        return new(name, new KeyDataViewType(typeof(uint), values.Length), annotations.ToAnnotations());
    }

    /// <summary>Says what the values of a key are called.</summary>
    public static void AddValues(DataViewSchema.Annotations.Builder annotations, ImmutableArray<string> values)
    {
        var texts = values.Select(value => value.AsMemory()).ToArray();
        annotations.AddKeyValues(
            texts.Length,
            TextDataViewType.Instance,
            (ref VBuffer<ReadOnlyMemory<char>> destination) => new VBuffer<ReadOnlyMemory<char>>(texts.Length, texts).CopyTo(ref destination));
    }
}
