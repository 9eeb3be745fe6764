using MlNetDigits.Training;

namespace MlNetDigits.Cli.Inspect;

/// <summary>Which digit to distort, and how.</summary>
/// <param name="Data">The digits.</param>
/// <param name="DataOptions">What is said of those.</param>
/// <param name="Record">Which of them, from 1.</param>
/// <param name="Seed">The seed of the run that is looked at.</param>
/// <param name="Options">Has the distortions.</param>
/// <param name="Picture">The PNG file to write.</param>
internal sealed record DistortionPlan(
    DigitSource Data, DigitDataOptions DataOptions, int Record, int Seed, SigmoidNetworkOptions Options, string Picture)
{
    /// <summary>How many epochs are shown, from the first.</summary>
    public const int Epochs = 20;
}
