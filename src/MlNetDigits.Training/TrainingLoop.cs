using System.Diagnostics;

namespace MlNetDigits.Training;

/// <summary>Runs the epochs: order, engine, validation, report, and the decision whether to go on.</summary>
internal sealed class TrainingLoop
{
    /// <summary>Said of data from which nothing can be learned.</summary>
    public const string NoRecordsMessage =
        "There are no records to learn from: the data has no rows with a known label and finite features.";

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(100);

    private readonly TrainingTask _task;
    private readonly ITrainingEngine _engine;
    private readonly Action<TrainingProgress> _progress;
    private readonly Action _checkAlive;

    private TrainingLoop(
        TrainingTask task, ITrainingEngine engine, Action<TrainingProgress> progress, Action checkAlive)
        => (_task, _engine, _progress, _checkAlive) = (task, engine, progress, checkAlive);

    private SigmoidNetworkOptions Options => _task.Options;

    /// <summary>Trains.</summary>
    /// <param name="task">On what.</param>
    /// <param name="progress">Told now and then how far training is.</param>
    /// <param name="report">Told of each epoch, before the caller's own callback.</param>
    /// <param name="checkAlive">Called as often as <paramref name="progress"/>; throws if ML.NET cancels the operation.</param>
    /// <returns>The weights, and why training ended.</returns>
    public static TrainingOutcome Run(
        TrainingTask task, Action<TrainingProgress> progress, Action<EpochReport> report, Action checkAlive)
    {
        using var engine = EngineFactory.Create(task.InitialWeights, task.Options, task.Module);
        return new TrainingLoop(task, engine, progress, checkAlive).RunEpochs(report);
    }

    private TrainingOutcome RunEpochs(Action<EpochReport> report)
    {
        var started = Stopwatch.GetTimestamp();
        var (state, weights) = (_task.Start, _task.InitialWeights);
        var stopReason = IsPatienceOver(state) ? StopReason.StoppedEarly : default(StopReason?);
        while (stopReason is null && state.NextEpoch <= Options.Epochs)
        {
            if (Options.CancellationToken.IsCancellationRequested)
                return Outcome(state, weights, StopReason.Cancelled);

            (var epochReport, state, weights) = RunEpoch(state, _task.Start.Elapsed, started);
            report(epochReport);
            var decision = Options.EpochCompleted?.Invoke(epochReport) ?? EpochDecision.Continue;
            if (epochReport.IsComplete)
                Options.CheckpointReached?.Invoke(new TrainingCheckpoint(_task.Seed, weights, state.History, state.BestWeights));
            stopReason = WhyStop(state, epochReport, decision);
        }

        return Outcome(state, weights, stopReason ?? StopReason.EpochsCompleted);
    }

    /// <summary>Learns, and measures the weights if there is something to measure them on.</summary>
    private (EpochReport Report, TrainingState State, NetworkWeights Weights) RunEpoch(
        TrainingState state, TimeSpan elapsedBefore, long started)
    {
        var epochStarted = Stopwatch.GetTimestamp();
        var outcome = LearnEpoch(state.NextEpoch);
        if (outcome.Records == 0 && outcome.IsComplete)
            throw new InvalidOperationException(NoRecordsMessage);
        var duration = Stopwatch.GetElapsedTime(epochStarted);

        var weights = WeightsAfter(state.NextEpoch);
        var report = new EpochReport(
            state.NextEpoch,
            state.RecordsSeen + outcome.Records,
            outcome.ErrorSum / outcome.Records,
            _task.Validation is null ? null : Validation.Measure(weights, _task.Validation, Options.Targets, Options.Threads),
            duration,
            elapsedBefore + Stopwatch.GetElapsedTime(started),
            outcome.IsComplete);
        return (report, state.After(report, weights), weights);
    }

    private NetworkWeights WeightsAfter(int epoch)
    {
        try
        {
            return _engine.ToWeights();
        }
        catch (ArgumentException)
        {
            throw new TrainingDivergedException(Options.LearningRate, epoch);
        }
    }

    private StopReason? WhyStop(TrainingState state, EpochReport report, EpochDecision decision)
    {
        if (!report.IsComplete)
            return StopReason.Cancelled;
        if (report.Epoch == Options.Epochs)
            return StopReason.EpochsCompleted;
        if (decision == EpochDecision.Stop)
            return StopReason.StoppedByCaller;
        return IsPatienceOver(state) ? StopReason.StoppedEarly : null;
    }

    private bool IsPatienceOver(TrainingState state) => state.History.EpochsSinceBest >= Options.EarlyStoppingPatience;

    /// <summary>With early stopping the best epoch's weights, however training ended; else the last ones.</summary>
    private TrainingOutcome Outcome(TrainingState state, NetworkWeights weights, StopReason stopReason) => new(
        (Options.EarlyStoppingPatience is null ? null : state.BestWeights) ?? weights, stopReason, state.History);

    private EpochProgress LearnEpoch(int epoch)
    {
        var (done, errorSum, isComplete) = (0L, 0.0, true);
        var lastReport = 0L;
        foreach (var block in _task.Source.ReadEpoch())
        {
            // The token may ask to stop between two blocks.
            isComplete = !Options.CancellationToken.IsCancellationRequested;
            if (!isComplete)
                break;

            var order = Options.Shuffle
                ? EpochOrder.Shuffled(block.Order, _task.Seed, epoch)
                : block.Order;
            var outcome = _engine.TrainEpoch(block.Records, order, GoOn);
            done += outcome.Records;
            errorSum += outcome.ErrorSum;
            isComplete = outcome.Records == block.Count;
            if (!isComplete)
                break;
        }

        return new EpochProgress(done, errorSum, isComplete);

        bool GoOn(int doneOfBlock)
        {
            var doneOfEpoch = done + doneOfBlock;
            if (lastReport == 0
                || doneOfEpoch == _task.Source.Count
                || Stopwatch.GetElapsedTime(lastReport) >= ProgressInterval)
            {
                lastReport = Stopwatch.GetTimestamp();
                _checkAlive();
                _progress(new TrainingProgress(epoch, Options.Epochs, doneOfEpoch, _task.Source.Count));
            }

            return !Options.CancellationToken.IsCancellationRequested;
        }
    }

    /// <summary>What was done of an epoch, over all its blocks.</summary>
    private sealed record EpochProgress(long Records, double ErrorSum, bool IsComplete);
}
