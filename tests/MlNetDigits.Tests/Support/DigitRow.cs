using Microsoft.ML.Data;

namespace MlNetDigits.Tests.Support;

/// <summary>A digit as an app writes it down for ML.NET.</summary>
internal sealed class DigitRow
{
    public string Label { get; set; } = "";

    [VectorType(784)]
    public float[] Pixels { get; set; } = [];
}
