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
        var texts = values.Select(value => value.AsMemory()).ToArray();
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.AddKeyValues(
            texts.Length,
            TextDataViewType.Instance,
            (ref VBuffer<ReadOnlyMemory<char>> destination) => new VBuffer<ReadOnlyMemory<char>>(texts.Length, texts).CopyTo(ref destination));
        return new(name, new KeyDataViewType(typeof(uint), texts.Length), annotations.ToAnnotations());
    }
}
