namespace MlNetDigits.Training;

/// <summary>
/// A small random number generator whose numbers are the same on every machine and .NET version, which
/// <see cref="Random"/> does not promise.
/// </summary>
/// <remarks>
/// SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// </remarks>
internal struct SplitMix64
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    // Odd, so that no two items meet; not the gamma, or an item would go on with the numbers of the one before.
    private const ulong ItemGamma = 0xD1342543DE82EF95;

    private ulong _state;

    private SplitMix64(ulong state) => _state = state;

    /// <summary>A stream of numbers of its own for each pair of seed and stream.</summary>
    public static SplitMix64 Create(int seed, int stream)
    {
        var mixer = new SplitMix64(((ulong)(uint)seed << 32) | (uint)stream);
        return new SplitMix64(mixer.NextUInt64());
    }

    /// <summary>A stream of numbers of its own for each item of a stream.</summary>
    public static SplitMix64 Create(int seed, int stream, long item)
    {
        var mixer = new SplitMix64(Create(seed, stream).NextUInt64() + ((ulong)item * ItemGamma));
        return new SplitMix64(mixer.NextUInt64());
    }

    /// <summary>The generator as published, from a state of 64 bits.</summary>
    public static SplitMix64 FromState(ulong state) => new(state);

    /// <summary>The next 64 bits.</summary>
    public ulong NextUInt64()
    {
        _state += GoldenGamma;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number in the open interval (0, 1).</summary>
    public double NextDouble() => ((NextUInt64() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>A number in the open interval (-1, 1).</summary>
    public float NextSigned() => (float)((2 * NextDouble()) - 1);

    /// <summary>A whole number in [0, <paramref name="bound"/>), all equally likely.</summary>
    public int NextInt(int bound)
    {
        // D. Lemire, "Fast random integer generation in an interval", 2019: reject the few low products that would
        // make some numbers likelier.
        var range = (ulong)bound;
        var threshold = unchecked(0 - range) % range;
        while (true)
        {
            var high = Math.BigMul(NextUInt64(), range, out var low);
            if (low >= threshold)
                return (int)high;
        }
    }

    /// <summary>A number of the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958).</summary>
    public double NextNormal()
        => Math.Sqrt(-2 * Math.Log(NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());
}
