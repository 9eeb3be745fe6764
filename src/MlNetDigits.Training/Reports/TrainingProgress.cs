namespace MlNetDigits.Training;

/// <summary>How far training is.</summary>
/// <param name="Epoch">The epoch that runs, counted from 1.</param>
/// <param name="Epochs">The number of epochs to run.</param>
/// <param name="Records">The records of this epoch that were seen.</param>
/// <param name="RecordsPerEpoch">The records of an epoch.</param>
public sealed record TrainingProgress(int Epoch, int Epochs, int Records, int RecordsPerEpoch);
