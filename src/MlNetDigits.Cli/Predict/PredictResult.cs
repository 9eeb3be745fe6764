using System.Collections.Immutable;

namespace MlNetDigits.Cli.Predict;

/// <summary>What came of a command line.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="Reading">What was found in the files.</param>
/// <param name="Answers">The answers; none if no file could be read.</param>
/// <param name="Warnings">What is to be said before the accuracy.</param>
internal sealed record PredictResult(
    PredictPlan Plan, DigitModel Model, Reading Reading, ImmutableArray<Answer> Answers, ImmutableArray<string> Warnings);
