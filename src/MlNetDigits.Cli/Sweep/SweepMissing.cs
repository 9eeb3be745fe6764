using System.Globalization;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>Which trainings a sweep that was interrupted has not finished, in few lines.</summary>
internal static class SweepMissing
{
    private const int MostNamed = 3;

    /// <summary>
    /// A line for each seed that some networks lack, and one for all the seeds that every network lacks: seeds are done one
    /// after the other.
    /// </summary>
    public static IEnumerable<string> Describe(SweepResult result)
    {
        var networks = result.Grid.RunCount / result.Grid.Seeds;
        var bySeed = result.Missing.GroupBy(run => run.Seed).OrderBy(seed => seed.Key).ToArray();
        foreach (var seed in bySeed.Where(seed => seed.Count() < networks))
            yield return Invariant($"seed {seed.Key} is missing for {Named([.. seed])}");

        int[] whole = [.. bySeed.Where(seed => seed.Count() == networks).Select(seed => seed.Key)];
        if (whole.Length == 1)
            yield return Invariant($"seed {whole[0]} is missing for all networks");
        else if (whole.Length > 1)
            yield return Invariant($"seeds {whole[0]} to {whole[^1]} are missing for all networks");
    }

    private static string Named(SweepRun[] runs)
    {
        var names = runs.Take(MostNamed).Select(run => Invariant($"{run.HiddenNodes} at {run.LearningRate}"));
        var others = runs.Length > MostNamed ? Invariant($" and {runs.Length - MostNamed} more") : "";
        return string.Join(", ", names) + others;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
