using System.Collections.Immutable;

namespace MlNetDigits.Cli.Backquery;

/// <summary>What to run backwards.</summary>
/// <param name="ModelPath">The model.</param>
/// <param name="Digits">The digits to ask for.</param>
/// <param name="Picture">The PNG file to write; null for none.</param>
internal sealed record BackqueryPlan(string ModelPath, ImmutableArray<int> Digits, string? Picture);
