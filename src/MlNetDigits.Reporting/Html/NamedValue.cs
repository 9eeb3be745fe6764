namespace MlNetDigits.Reporting;

/// <summary>A name and what it stands for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, as it is to be shown.</param>
public sealed record NamedValue(string Name, string Value);
