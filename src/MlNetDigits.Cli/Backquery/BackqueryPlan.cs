namespace MlNetDigits.Cli.Backquery;

/// <summary>What to run backwards.</summary>
/// <param name="ModelPath">The model.</param>
/// <param name="Digit">The name of the digit, or other class, to ask for; null for every class of the model.</param>
/// <param name="Picture">The PNG file to write; null for none.</param>
internal sealed record BackqueryPlan(string ModelPath, string? Digit, string? Picture);
