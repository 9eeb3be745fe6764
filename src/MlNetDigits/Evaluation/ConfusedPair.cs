namespace MlNetDigits;

/// <summary>A class that was taken for another.</summary>
/// <param name="TrueClass">The index of the true class.</param>
/// <param name="PredictedClass">The index of the class that it was taken for; another one.</param>
/// <param name="TrueName">The name of the true class.</param>
/// <param name="PredictedName">The name of the class that it was taken for.</param>
/// <param name="Count">How often; at least once.</param>
/// <param name="Share">The share of the true class's records, in (0, 1].</param>
public sealed record ConfusedPair(
    int TrueClass, int PredictedClass, string TrueName, string PredictedName, long Count, double Share);
