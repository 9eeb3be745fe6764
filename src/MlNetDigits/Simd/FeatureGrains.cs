namespace MlNetDigits;

/// <summary>
/// Divides features into grains of neighbours. A record notes where each grain starts in its list of features, so that
/// any few grains can be worked on alone: a tile of columns that stays in the first cache.
/// </summary>
/// <param name="Features">The number of features of a record.</param>
internal readonly record struct FeatureGrains(int Features)
{
    /// <summary>What the sizes are multiples of: records are read in groups of so many features.</summary>
    public const int Group = 16;

    // More would cost more to store than they save: 65 numbers beside the 150 features of a digit.
    private const int MaxCount = 64;

    // What of a panel's columns stays in the first cache while it is updated and then read.
    private const int FloatsPerTile = 13_500;

    // With fewer features of a record a tile, moving its sums in and out would cost more than the cache saves.
    private const int FeaturesPerTile = 12;

    /// <summary>The number of features of a grain.</summary>
    public int Size => (Features + (MaxCount * Group) - 1) / (MaxCount * Group) * Group;

    /// <summary>The number of grains.</summary>
    public int Count => (Features + Size - 1) / Size;

    /// <summary>How many grains make a tile.</summary>
    /// <param name="width">The floats of a column.</param>
    /// <param name="features">How many features the records have of all grains on average.</param>
    public int GrainsPerTile(int width, long features)
    {
        var fitting = (FloatsPerTile / width) / Size;
        var worthwhile = FeaturesPerTile * Count / Math.Max(features, 1);
        return (int)Math.Clamp(Math.Max(fitting, worthwhile), 1, Count);
    }
}
