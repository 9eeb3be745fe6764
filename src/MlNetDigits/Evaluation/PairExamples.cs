using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>Records of one class that were taken for another.</summary>
/// <param name="TrueClass">The index of the true class.</param>
/// <param name="PredictedClass">The index of the class that they were taken for.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Examples">Some of them, those that the model was surest of first.</param>
public sealed record PairExamples(int TrueClass, int PredictedClass, long Count, ImmutableArray<Answer> Examples);
