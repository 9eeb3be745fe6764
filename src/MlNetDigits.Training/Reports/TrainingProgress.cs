namespace MlNetDigits.Training;

/// <summary>How far training is.</summary>
/// <param name="Epoch">The epoch that runs, counted from 1.</param>
/// <param name="Epochs">The number of epochs to run.</param>
/// <param name="Records">The records of this epoch that were seen.</param>
/// <param name="RecordsPerEpoch">The records of an epoch; null in the first epoch of streamed data.</param>
public sealed record TrainingProgress(int Epoch, int Epochs, long Records, long? RecordsPerEpoch);
