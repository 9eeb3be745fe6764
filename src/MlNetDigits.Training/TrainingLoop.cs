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
    private readonly RecordDistorter? _distorter;

    private TrainingLoop(
        TrainingTask task, ITrainingEngine engine, Action<TrainingProgress> progress, Action checkAlive)
    {
        (_task, _engine, _progress, _checkAlive) = (task, engine, progress, checkAlive);
        _distorter = task.Shape is { } shape ? new RecordDistorter(task.Options.Distortions, shape, task.Seed) : null;
    }

    private SigmoidNetworkOptions Options => _task.Options;

    /// <summary>Trains.</summary>
    /// <param name="task">On what.</param>
    /// <param name="progress">Told now and then how far training is.</param>
    /// <param name="report">Told of each epoch, before the caller's own callback.</param>
    /// <param name="checkAlive">Called as often as <paramref name="progress"/>; throws if ML.NET cancels the operation.</param>
    /// <returns>The weights, and how training went.</returns>
    public static (NetworkWeights Weights, TrainingSummary Summary) Run(
        TrainingTask task, Action<TrainingProgress> progress, Action<EpochReport> report, Action checkAlive)
    {
        using var engine = EngineFactory.Create(task.InitialWeights, task.Options, task.Module, task.Options.ResumeFrom?.Optimizer);
        return new TrainingLoop(task, engine, progress, checkAlive).RunEpochs(report);
    }

    private (NetworkWeights Weights, TrainingSummary Summary) RunEpochs(Action<EpochReport> report)
    {
        var started = Stopwatch.GetTimestamp();
        var history = Options.ResumeFrom?.History ?? TrainingHistory.Empty;
        var best = Options.ResumeFrom?.BestWeights;
        var weights = _task.InitialWeights;
        var elapsedBefore = Last(history)?.Elapsed ?? TimeSpan.Zero;
        var stopReason = StopRule.Find(history, Options, EpochDecision.Continue);
        while (stopReason is null)
        {
            (var epoch, weights) = RunEpoch(history, elapsedBefore, started);
            history = history.With(epoch);
            if (ReferenceEquals(history.Best, epoch))
                best = weights;
            report(epoch);
            var decision = Options.EpochCompleted?.Invoke(epoch) ?? EpochDecision.Continue;
            if (epoch.IsComplete)
            {
                Options.CheckpointReached?.Invoke(new TrainingCheckpoint(_task.Seed, weights, history, best)
                {
                    Optimizer = After(epoch.Epoch, _engine.ToOptimizerState),
                    ClassNames = _task.ClassNames,
                });
            }

            stopReason = StopRule.Find(history, Options, decision);
        }

        return Outcome(history, weights, best, stopReason.Value);
    }

    /// <summary>Learns, and measures the weights if there is something to measure them on.</summary>
    private (EpochReport Report, NetworkWeights Weights) RunEpoch(
        TrainingHistory history, TimeSpan elapsedBefore, long started)
    {
        var number = history.Epochs.Length + 1;
        var epochStarted = Stopwatch.GetTimestamp();
        var outcome = LearnEpoch(number);
        if (outcome.Records == 0 && outcome.IsComplete)
            throw new InvalidOperationException(NoRecordsMessage);
        var duration = Stopwatch.GetElapsedTime(epochStarted);

        var weights = After(number, _engine.ToWeights);
        var report = new EpochReport(
            number,
            (Last(history)?.RecordsSeen ?? 0) + outcome.Records,
            outcome.ErrorSum / outcome.Records,
            _task.Validation is null ? null : Validation.Measure(weights, _task.Validation, Options, Options.Threads),
            duration,
            elapsedBefore + Stopwatch.GetElapsedTime(started),
            outcome.IsComplete);
        return (report, weights);
    }

    private T After<T>(int epoch, Func<T> copy)
    {
        try
        {
            return copy();
        }
        catch (ArgumentException)
        {
            throw new TrainingDivergedException(Options.LearningRate, epoch, Options.Optimizer);
        }
    }

    private (NetworkWeights Weights, TrainingSummary Summary) Outcome(
        TrainingHistory history, NetworkWeights last, NetworkWeights? best, StopReason stopReason)
    {
        // With early stopping the best epoch's weights, however training ended.
        var kept = Options.EarlyStoppingPatience is null ? null : best;
        return (kept ?? last, new TrainingSummary(
            history,
            stopReason,
            _task.Seed,
            (kept is null ? null : history.Best) ?? Last(history),
            GuessingCheck.FindProblem(history, last.Outputs, Options) is { } problem ? [problem] : []));
    }

    private static EpochReport? Last(TrainingHistory history) => history.Epochs is [.., var last] ? last : null;

    private EpochProgress LearnEpoch(int epoch)
    {
        var (done, errorSum, isComplete) = (0L, 0.0, true);
        var lastReport = 0L;
        var copies = _distorter?.Copies ?? 1;
        var records = (_task.Source.Count ?? 0) * copies;
        var rates = new RateCourse(Options.LearningRate, Options.Schedule, records * Options.Epochs);
        var seenBefore = records * (epoch - 1);
        foreach (var block in _task.Source.ReadEpoch())
        {
            // The token may ask to stop between two blocks.
            isComplete = !Options.CancellationToken.IsCancellationRequested;
            if (!isComplete)
                break;

            var order = Options.Shuffle
                ? EpochOrder.Shuffled(block.Order, _task.Seed, epoch)
                : block.Order;
            var work = new EpochWork(block.Records, EpochOrder.WithCopies(order, copies), rates)
            {
                Epoch = epoch,
                Distorter = _distorter,
                FirstRecord = done,
                SeenBefore = seenBefore + (done * copies),
            };
            var outcome = _engine.TrainEpoch(work, GoOn);
            done += outcome.Records / copies;
            errorSum += outcome.ErrorSum / copies;
            isComplete = outcome.Records == block.Count * copies;
            if (!isComplete)
                break;
        }

        return new EpochProgress(done, errorSum, isComplete);

        bool GoOn(int doneOfBlock)
        {
            var doneOfEpoch = done + (doneOfBlock / copies);
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
