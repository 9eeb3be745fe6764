namespace MlNetDigits.Cli.Evaluate;

/// <summary>What to measure.</summary>
/// <param name="ModelPath">The model.</param>
/// <param name="Data">What to measure it on.</param>
internal sealed record EvaluatePlan(string ModelPath, DigitSource Data);
