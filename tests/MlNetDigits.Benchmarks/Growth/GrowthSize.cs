namespace MlNetDigits.Benchmarks;

/// <summary>The sizes of a training run.</summary>
internal sealed record GrowthSize(int Records, int Hidden, int Features, int Classes);
