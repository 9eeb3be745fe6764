namespace MlNetDigits.Benchmarks;

/// <summary>What a scorer is given.</summary>
/// <param name="Data">The folder of MNIST.</param>
/// <param name="Rows">The rows of a call, for those that take many.</param>
/// <param name="Threads">The threads, for those that take several.</param>
/// <param name="Grain">Whether the digits are put on grainy paper.</param>
internal sealed record ScoringSettings(string Data, int Rows, int Threads, bool Grain);
