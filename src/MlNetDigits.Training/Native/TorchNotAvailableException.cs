namespace MlNetDigits.Training;

/// <summary>
/// The native libraries of TorchSharp cannot be loaded on this system, and <see cref="TrainingEngine.Torch"/> or a
/// <see cref="SigmoidModule"/> was asked for. The message is one sentence: which library, what the system's loader said,
/// and what to do.
/// </summary>
/// <param name="message">The sentence.</param>
public sealed class TorchNotAvailableException(string message) : Exception(message);
