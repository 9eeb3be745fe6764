namespace MlNetDigits.Tests.Support;

/// <summary>What an app reads of a prediction.</summary>
internal sealed class DigitPrediction
{
    public uint PredictedLabel { get; set; }

    public float[] Score { get; set; } = [];
}
