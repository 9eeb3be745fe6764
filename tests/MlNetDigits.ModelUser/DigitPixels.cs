using Microsoft.ML.Data;

namespace MlNetDigits.ModelUser;

internal sealed class DigitPixels
{
    [VectorType(784)]
    public float[] Pixels { get; set; } = [];
}
