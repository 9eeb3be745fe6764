namespace MlNetDigits.Training;

/// <summary>Hands out room for the values of chunks, in few arrays that grow with what they hold.</summary>
/// <param name="hasIndices">Whether each value has an index.</param>
internal sealed class RecordMemory(bool hasIndices)
{
    private const int FirstValues = 1 << 15;
    private const int MostValues = 1 << 22;

    private float[] _values = [];
    private int[] _indices = [];
    private int _used;

    /// <summary>Room for values and their indices, from <c>Start</c> on; without indices, the array is empty.</summary>
    public (float[] Values, int[] Indices, int Start) Take(int count)
    {
        if (count > _values.Length - _used)
        {
            var length = Math.Max(count, Math.Clamp(2 * _values.Length, FirstValues, MostValues));
            _values = HugePages.Allocate<float>(length);
            _indices = hasIndices ? HugePages.Allocate<int>(length) : [];
            _used = 0;
        }

        var start = _used;
        _used += count;
        return (_values, _indices, start);
    }
}
