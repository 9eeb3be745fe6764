using System.Collections.Immutable;
using System.Globalization;

namespace MlNetDigits;

/// <summary>
/// The classes that a data set's pictures may be of: the labels that stand for them in its files, and what they are called.
/// Two are equal if their labels and names are.
/// </summary>
public sealed record DigitClasses
{
    /// <summary>One more than the highest label that a record can have.</summary>
    internal const int MostClasses = 256;

    // By label; 0 for a label of no class.
    private readonly uint[] _keys;

    // Loops in place of queries, as below: each data set has its classes, and a query would have to be compiled first.
    private DigitClasses(ImmutableArray<string> names, uint[] keys)
    {
        (Names, _keys) = (names, keys);
        var labels = ImmutableArray.CreateBuilder<byte>();
        for (var label = 0; label < MostClasses; label++)
        {
            if (keys[label] > 0)
                labels.Add((byte)label);
        }

        Labels = labels.ToImmutable();
    }

    /// <summary>The ten digits, which a data set is of unless something else is said.</summary>
    public static DigitClasses Digits { get; } = Numbered(0, 9);

    /// <summary>A class for each label that a record can have.</summary>
    internal static DigitClasses AllLabels { get; } = Numbered(0, MostClasses - 1);

    /// <summary>The labels, ascending.</summary>
    public ImmutableArray<byte> Labels { get; }

    /// <summary>The names: in the order of the labels, unless a model has another.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The number of classes, at least 2.</summary>
    public int Count => Names.Length;

    /// <summary>Whether the classes are those of a model that is there, so that no others can be asked for.</summary>
    internal bool AreOfModel { get; init; }

    /// <summary>Whether each label is the name of its class.</summary>
    internal bool AreNumbers
    {
        get
        {
            foreach (var label in Labels)
            {
                if (Names[IndexOf(label)] != NameOf(label))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Whether there is no gap between the labels.</summary>
    internal bool AreInARow => Labels[^1] - Labels[0] + 1 == Labels.Length;

    /// <summary>Classes that are called by their labels.</summary>
    /// <param name="first">The lowest label.</param>
    /// <param name="last">The highest label.</param>
    /// <returns>The classes: 1 to 26 for EMNIST's letters, 0 to 46 for its balanced set.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The labels do not go up, or not all are from 0 to 255.</exception>
    public static DigitClasses Numbered(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last, MostClasses);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(first, last);
        var names = new string[last - first + 1];
        var keys = new uint[MostClasses];
        for (var label = first; label <= last; label++)
        {
            names[label - first] = NameOf(label);
            keys[label] = (uint)(label - first) + 1;
        }

        return new DigitClasses([.. names], keys);
    }

    /// <summary>Classes with names of their own.</summary>
    /// <param name="names">A name for each label, such as "A" for 1; each label and each name once.</param>
    /// <returns>The classes.</returns>
    /// <exception cref="ArgumentException">There are fewer than two, or a label or a name is there twice or empty.</exception>
    public static DigitClasses Named(IEnumerable<KeyValuePair<byte, string>> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        KeyValuePair<byte, string>[] given = [.. names];
        return given.Length < 2 ? throw new ArgumentException("There must be at least two classes.", nameof(names))
            : given.Any(name => string.IsNullOrWhiteSpace(name.Value)) ? throw new ArgumentException("A class has no name.", nameof(names))
            : given.DistinctBy(name => name.Key).Count() < given.Length ? throw new ArgumentException("A label has two names.", nameof(names))
            : given.DistinctBy(name => name.Value).Count() < given.Length ? throw new ArgumentException("Two labels have the same name.", nameof(names))
            : Ordered([.. given.OrderBy(name => name.Key)]);
    }

    /// <summary>The classes of a mapping file, as EMNIST has one for each of its sets.</summary>
    /// <param name="path">A text file with a line a class: the label; then the class's name, or, if all lines have such, the
    /// code of its character and maybe others of the same class, which are passed over: <c>1 65 97</c> is A.</param>
    /// <returns>The classes.</returns>
    /// <exception cref="InvalidInputException">The file cannot be read, or something in it is wrong.</exception>
    public static DigitClasses Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ClassMapping.Read(path);
    }

    /// <summary>The place of a label's class, from 0; -1 if the label is of none.</summary>
    /// <param name="label">The label.</param>
    public int IndexOf(byte label) => (int)_keys[label] - 1;

    /// <inheritdoc/>
    public bool Equals(DigitClasses? other)
        => other is not null && _keys.AsSpan().SequenceEqual(other._keys) && Names.SequenceEqual(other.Names);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Labels[0], Names[0], Names[^1]);

    /// <summary>The labels in words: <c>0 to 9</c>.</summary>
    public override string ToString() => AreInARow
        ? string.Create(CultureInfo.InvariantCulture, $"{Labels[0]} to {Labels[^1]}")
        : string.Join(", ", Labels);

    /// <summary>The labels in a sentence.</summary>
    internal string Describe() => AreInARow ? $"labels go from {this}" : $"the labels are {this}";

    /// <summary>The key that ML.NET knows a label's class by, from 1; 0 if the label is of none.</summary>
    internal uint KeyOf(byte label) => _keys[label];

    /// <summary>The place of the first label that is of no class; -1 if there is none.</summary>
    internal int IndexOfOther(ReadOnlySpan<byte> labels)
    {
        if (AreInARow)
            return labels.IndexOfAnyExceptInRange(Labels[0], Labels[^1]);
        for (var i = 0; i < labels.Length; i++)
        {
            if (_keys[labels[i]] == 0)
                return i;
        }

        return -1;
    }

    /// <summary>The same labels for the classes in another order, as a model has them, which may know more classes.</summary>
    /// <param name="names">The names in that order.</param>
    /// <returns>The classes; null if one is not among the names.</returns>
    internal DigitClasses? InOrderOf(ImmutableArray<string> names)
    {
        var keys = new uint[MostClasses];
        foreach (var label in Labels)
            keys[label] = (uint)names.IndexOf(Names[IndexOf(label)]) + 1;
        foreach (var name in Names)
        {
            if (!names.Contains(name))
                return null;
        }

        return new DigitClasses(names, keys);
    }

    private static DigitClasses Ordered(KeyValuePair<byte, string>[] names)
    {
        var keys = new uint[MostClasses];
        foreach (var (place, name) in names.Index())
            keys[name.Key] = (uint)place + 1;
        return new DigitClasses([.. names.Select(name => name.Value)], keys);
    }

    /// <summary>What a class is called that has no name.</summary>
    internal static string NameOf(int label) => label.ToString(CultureInfo.InvariantCulture);
}
