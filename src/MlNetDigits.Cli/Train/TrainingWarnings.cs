using Microsoft.ML;
using Microsoft.ML.Runtime;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Tells what the trainer warns of as soon as it does: before a long training, not after it.</summary>
internal static class TrainingWarnings
{
    /// <summary>Listens while something is trained.</summary>
    /// <param name="ml">The context that it is trained with.</param>
    /// <param name="tell">Told each warning.</param>
    /// <param name="train">Trains.</param>
    public static T Tell<T>(MLContext ml, Action<string> tell, Func<T> train)
    {
        ml.Log += OnLog;
        try
        {
            return train();
        }
        finally
        {
            ml.Log -= OnLog;
        }

        void OnLog(object? sender, LoggingEventArgs message)
        {
            if (message.Kind == ChannelMessageKind.Warning && message.Source.StartsWith(SigmoidNetworkTrainer.LoadNameValue, StringComparison.Ordinal))
                tell(message.RawMessage);
        }
    }
}
