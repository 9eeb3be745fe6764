namespace MlNetDigits.Benchmarks;

/// <summary>What a contender is given.</summary>
internal sealed record CompareSettings(string Data, int Records, int Epochs, int Threads, int BatchSize = 1);
