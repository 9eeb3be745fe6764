namespace MlNetDigits.ModelUser;

internal sealed class DigitPrediction
{
    /// <summary>A key: 1 stands for the first class.</summary>
    public uint PredictedLabel { get; set; }

    public float[] Score { get; set; } = [];
}
