using Microsoft.ML.Runtime;

namespace MlNetDigits.Training;

/// <summary>Tells ML.NET's progress channel and the caller how far training is.</summary>
internal sealed class ProgressReporter : IDisposable
{
    private readonly IProgressChannel _channel;
    private readonly IProgress<TrainingProgress>? _caller;

    // Read by ML.NET on threads of its own; a reference is replaced in one step.
    private volatile TrainingProgress? _latest;

    public ProgressReporter(IHost host, SigmoidNetworkOptions options)
    {
        _caller = options.Progress;
        _channel = host.StartProgressChannel("SigmoidNetwork training");
        _channel.SetHeader(new ProgressHeader(["epochs", "records"]), entry =>
        {
            if (_latest is not { } latest)
                return;
            entry.SetProgress(0, latest.Epoch - 1, latest.Epochs);
            if (latest.RecordsPerEpoch is { } total)
                entry.SetProgress(1, latest.Records, total);
            else
                entry.SetProgress(1, latest.Records);
        });
    }

    /// <summary>Takes note of where training is.</summary>
    public void Report(TrainingProgress progress)
    {
        _latest = progress;
        _caller?.Report(progress);
    }

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();
}
