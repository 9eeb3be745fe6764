using static System.FormattableString;
using static MlNetDigits.Training.SettingWord;
using static MlNetDigits.Training.ValueRange;
using Entry = MlNetDigits.Training.Setting<MlNetDigits.Training.SigmoidNetworkOptions>;

namespace MlNetDigits.Training;

/// <summary>The part of <see cref="TrainerSettings"/> on how a step follows from a gradient.</summary>
internal static class OptimizerSettings
{
    /// <summary>The entries, in the order in which they are shown.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        Entry.Create(
            nameof(SigmoidNetworkOptions.Optimizer),
            options => options.Optimizer,
            (options, value) => options with { Optimizer = value },
            Named,
            phrase: value => value == Optimizer.Sgd ? null : "Adam",
            describe: value => value == Optimizer.Sgd ? null : "Adam") with
        {
            Word = "optimizer",
            Help = "How an update follows from the gradient; adam wants a small rate, such as 0.003",
            Title = "Optimizer",
        },
        Entry.Create(
            nameof(SigmoidNetworkOptions.Momentum),
            options => options.Momentum,
            (options, value) => options with { Momentum = value },
            BelowOne,
            phrase: value => value > 0 ? Invariant($"momentum {value}") : null,
            describe: value => value > 0 ? Invariant($"{value} (Nesterov)") : null) with
        {
            Word = "momentum",
            Help = "Nesterov's momentum for sgd, such as 0.9",
            Title = "Momentum",
        },
        Entry.Create(
            nameof(SigmoidNetworkOptions.Schedule),
            options => options.Schedule,
            (options, value) => options with { Schedule = value },
            Named,
            phrase: value => value == LearningRateSchedule.Constant ? null : $"{WordOf(value)} schedule",
            describe: value => value switch
            {
                LearningRateSchedule.Cosine => "cosine: the rate falls to 0 over the run",
                LearningRateSchedule.Step => "step: a tenth of the rate from half of the run, a hundredth from three quarters",
                _ => null,
            }) with
        {
            Word = "schedule",
            Help = "How the rate goes on: constant, to 0 as a cosine, or to a tenth at half and a hundredth at three quarters of the run",
            Title = "Schedule",
        },
        Entry.Create(
            nameof(SigmoidNetworkOptions.OutputRateFactor),
            options => options.OutputRateFactor,
            (options, value) => options with { OutputRateFactor = value },
            AboveZero,
            phrase: value => value == 1 ? null : Invariant($"output layer {value} times as fast"),
            describe: value => value == 1 ? null : Invariant($"{value} times that")) with
        {
            Word = "output-rate-factor",
            Help = "By how much faster the output layer learns",
            Title = "Output layer's rate",
        },
    ];
}
