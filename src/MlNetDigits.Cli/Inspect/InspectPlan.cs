namespace MlNetDigits.Cli.Inspect;

/// <summary>What to look into.</summary>
/// <param name="ModelPath">The model.</param>
/// <param name="Data">The digits to show it; null for none.</param>
/// <param name="DataOptions">What is said of those.</param>
/// <param name="Folder">The folder to write pictures and a table into; null for none.</param>
/// <param name="Picture">The PNG file for the contact sheet alone; null for none.</param>
/// <param name="Order">The order of the hidden nodes.</param>
/// <param name="Limit">The most hidden nodes to list in text.</param>
/// <param name="Columns">The columns of the contact sheet; null for as many as suit.</param>
internal sealed record InspectPlan(
    string ModelPath,
    DigitSource? Data,
    DigitDataOptions DataOptions,
    string? Folder,
    string? Picture,
    NodeOrder Order,
    int Limit,
    int? Columns);
