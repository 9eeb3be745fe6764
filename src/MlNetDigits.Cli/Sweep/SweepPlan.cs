using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>Everything that a sweep needs, checked.</summary>
/// <param name="Train">What to learn from.</param>
/// <param name="Test">What to measure on; null if the sweep holds records back and there is no test data.</param>
/// <param name="DataOptions">What is said of both.</param>
/// <param name="Grid">What to try.</param>
/// <param name="Jobs">How many trainings run at once; null for as many as there are cores.</param>
/// <param name="OutFolder">Where tables and charts go; null to keep nothing.</param>
internal sealed record SweepPlan(
    DigitSource Train, DigitSource? Test, DigitDataOptions DataOptions, SweepGrid Grid, int? Jobs, NewFolder? OutFolder)
{
    /// <summary>Finds the files.</summary>
    /// <param name="data">A file or folder to learn from.</param>
    /// <param name="test">A file or folder to measure on; null for the test part of the folder, if it has one.</param>
    /// <param name="holdsBack">Whether the sweep holds records back to measure on, and so can do without test data.</param>
    /// <exception cref="InvalidInputException">Data is not there.</exception>
    /// <exception cref="UsageException">There is nothing to measure on.</exception>
    public static (DigitSource Train, DigitSource? Test) FindData(string data, string? test, bool holdsBack)
    {
        var train = DigitSource.Resolve(data, DigitPart.Train);
        var found = TestData.Find(data, test);
        return found is not null || holdsBack
            ? (train, found)
            : throw new UsageException($"there is no test data beside '{data}'; name some with --test, or measure on a share of the training data with --validation 0.1");
    }
}
