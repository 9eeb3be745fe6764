using System.Collections.Immutable;

namespace MlNetDigits.Cli.Evaluate;

/// <summary>What to measure.</summary>
/// <param name="ModelPath">The model.</param>
/// <param name="Data">What to measure it on.</param>
/// <param name="DataOptions">What is said of that.</param>
/// <param name="ConfusionFiles">Where the confusion matrix goes, besides the console.</param>
internal sealed record EvaluatePlan(string ModelPath, DigitSource Data, DigitDataOptions DataOptions, ImmutableArray<string> ConfusionFiles);
