using Microsoft.ML.Data;

namespace MlNetDigits.Benchmarks;

/// <summary>A digit as an app asks about it.</summary>
internal sealed class PixelsRow
{
    [VectorType(DigitFormat.Pixels)]
    public float[] Pixels { get; set; } = [];
}
