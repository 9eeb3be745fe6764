using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Sweep;

/// <summary>Carries a plan out: data, trainings, and the test of what was chosen without it.</summary>
internal static class SweepWork
{
    /// <summary>Trains and measures.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with the data.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted before a training was finished.</exception>
    public static SweepOutcome Run(MLContext ml, SweepPlan plan, ToolConsole console)
    {
        var clock = Stopwatch.StartNew();
        var data = Read(ml, plan);
        ImmutableArray<string> warnings =
        [
            .. LyingPictures.Warnings(plan.Train, plan.DataOptions),
            .. data.FindProblem(plan.Grid.Options) is { } problem ? [problem] : Array.Empty<string>(),
        ];
        console.Warn(warnings);
        using var interruption = new Interruption(console);
        var result = Run(plan.Grid);
        if (result.Best is not { } best)
            throw new OperationCanceledException("Interrupted before a training was finished, so there is nothing to compare.");

        var isToBeTested = plan.Grid.Options.ValidationFraction is not null && plan.Test is not null && result.Missing.Length == 0;
        var test = isToBeTested ? Run(TestOf(plan.Grid, best)) : null;
        return new SweepOutcome(
            plan,
            data.TrainingRows,
            data.TestRows,
            result,
            test is { Missing.Length: 0 } ? test.Best : null,
            IsInterrupted: result.Missing.Length > 0 || test is { Missing.Length: > 0 },
            clock.Elapsed.TotalSeconds)
        {
            Warnings = warnings,
        };

        SweepResult Run(SweepGrid grid) => SweepDisplay.Show(
            console,
            grid,
            interruption,
            display => SweepRunner.Run(grid, data, plan.Jobs, display, interruption.Token));
    }

    private static SweepData Read(MLContext ml, SweepPlan plan)
    {
        // Both parts are checked before the long work starts.
        var learned = DigitData.Load(ml, plan.Train, plan.DataOptions);
        HeldBack.Check(plan.Train, learned.Counts.Rows, plan.Grid.Options.ValidationFraction);
        var train = learned.View;
        var test = plan.Test is null ? null : DigitData.Load(ml, plan.Test, plan.DataOptions).View;
        var scaling = ml.Transforms.ScalePixels("Features", DigitFormat.PixelsColumn).Fit(train);
        return SweepData.Read(ml, scaling.Transform(train), test is null ? null : scaling.Transform(test));
    }

    /// <summary>The best setting once more, trained on everything, as a user of it would.</summary>
    private static SweepGrid TestOf(SweepGrid grid, SweepCell best)
        => grid.Only(best) with { Options = grid.Options with { ValidationFraction = null } };
}
