using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Everything that a training run needs, checked.</summary>
/// <param name="Train">What to learn from.</param>
/// <param name="Test">What to measure on; null if there is nothing.</param>
/// <param name="ModelPath">Where the model goes.</param>
/// <param name="Options">How to train.</param>
/// <param name="Seed">Decides every random number of the run.</param>
internal sealed record TrainPlan(
    DigitSource Train, DigitSource? Test, string ModelPath, SigmoidNetworkOptions Options, int Seed)
{
    /// <summary>Finds the files of a run.</summary>
    /// <param name="data">A file or folder to learn from; null for the embedded sample.</param>
    /// <param name="test">A file or folder to measure on; null for the test part of the folder, if it has one.</param>
    /// <exception cref="InvalidInputException">Data is not there.</exception>
    public static (DigitSource Train, DigitSource? Test) FindData(string data, string? test)
        => (DigitSource.Resolve(data, DigitPart.Train),
            test is not null ? DigitSource.Resolve(test, DigitPart.Test)
            : DigitSource.FolderHas(data, DigitPart.Test) ? DigitSource.Resolve(data, DigitPart.Test)
            : null);
}
