using System.Globalization;

namespace MlNetDigits.Training;

/// <summary>Whether a network has learned anything at all.</summary>
internal static class GuessingCheck
{
    /// <summary>Compares the last epoch with a network that always gives the same answer.</summary>
    /// <remarks>
    /// Of n classes that are equally frequent, the outputs that do not look at the record and have the least mean of
    /// <c>1/2 sum (t - o)^2</c> are the targets' mean; that error is <c>1/2 (high - low)^2 (n - 1) / n</c>. The probabilities
    /// that have the least cross-entropy are equal; it is <c>log n</c> times the sum of the targets.
    /// </remarks>
    /// <param name="history">How training went.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="options">The rule, what the outputs were trained towards, and the optimizer.</param>
    /// <returns>A sentence; null if something was learned, if nothing was done, or if there is but one answer.</returns>
    public static string? FindProblem(TrainingHistory history, int classes, SigmoidNetworkOptions options)
    {
        if (classes < 2 || history.Epochs is not [.., { RecordsSeen: > 0 } last] || HasNoRecords(history))
            return null;
        var guessing = ErrorOfGuessing(classes, options);

        // A diverged network may have an error that is no number.
        return last.TrainingError < guessing
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The network has learned nothing yet: its training error of {last.TrainingError:F3} is no less than that of always giving one answer, {guessing:F3}. Try a learning rate nearer to {UsualRate.Of(options.Optimizer)}, more epochs, or features scaled to about 0 to 1.");
    }

    private static double ErrorOfGuessing(int classes, SigmoidNetworkOptions options)
    {
        var (low, high) = ((double)options.UsedTargets.Low, (double)options.UsedTargets.High);
        return options.UpdateRule == UpdateRule.CrossEntropy
            ? Math.Log(classes) * (high + (low * (classes - 1)))
            : (high - low) * (high - low) * (classes - 1) / classes / 2;
    }

    /// <summary>Whether the last epoch was cut short before its first record: there is no error to compare.</summary>
    private static bool HasNoRecords(TrainingHistory history)
        => history.Epochs is [.., var before, { IsComplete: false } last] && last.RecordsSeen == before.RecordsSeen;
}
