namespace MlNetDigits.Benchmarks;

/// <summary>The answer.</summary>
internal sealed class ScoresRow
{
    public float[] Score { get; set; } = [];
}
