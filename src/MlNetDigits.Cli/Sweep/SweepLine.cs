using System.Globalization;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>A finished training in one line.</summary>
internal static class SweepLine
{
    /// <summary>The line.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="done">How many are finished with it.</param>
    /// <param name="runs">How many there are.</param>
    public static string Render(SweepRunResult result, int done, int runs)
    {
        var (run, last) = (result.Run, result.Measurements[^1]);
        var epochs = last.Epochs == 1 ? "1 epoch" : $"{last.Epochs} epochs";
        var count = $"{done}/{runs}".PadLeft((2 * $"{runs}".Length) + 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count}  {run.HiddenNodes} hidden, rate {run.LearningRate}, seed {run.Seed}: {100 * last.Accuracy:F2} % after {epochs}, {result.Duration.TotalSeconds:F2} s\n");
    }
}
