using System.Collections.Immutable;

namespace MlNetDigits.Cli.Predict;

/// <summary>What to read.</summary>
/// <param name="ModelPath">The model to read with.</param>
/// <param name="Files">The files.</param>
/// <param name="Limit">The most lines to take from a text file.</param>
internal sealed record PredictPlan(string ModelPath, ImmutableArray<string> Files, int Limit);
