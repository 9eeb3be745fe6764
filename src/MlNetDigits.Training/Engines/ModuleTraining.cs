using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>A module of the caller's own to train, and what each training of it starts from.</summary>
/// <param name="Module">The module.</param>
/// <param name="Start">
/// A copy of its weights: were they read again for each training, the folds of a cross-validation would go on from one
/// another.
/// </param>
internal sealed record ModuleTraining(SigmoidModule Module, NetworkWeights Start)
{
    /// <summary>Copies the weights as they are now.</summary>
    public static ModuleTraining From(SigmoidModule module) => new(module, module.ToWeights());

    /// <summary>Whether it can still be trained: it is the caller's, who may have changed it since.</summary>
    /// <exception cref="InvalidOperationException">It cannot; the message lists why.</exception>
    /// <exception cref="ObjectDisposedException">It is disposed.</exception>
    public void Check(SigmoidNetworkOptions options)
    {
        if (options.FindProblems(Module) is { Count: > 0 } problems)
            throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    /// <summary>
    /// Trains, and leaves in the module what was learned; if training throws, the module keeps what it had. Trainings of
    /// the same module wait for one another.
    /// </summary>
    /// <param name="train">The training; it may work on the module itself.</param>
    /// <returns>What it gives.</returns>
    public (NetworkWeights Weights, TrainingSummary Summary) Run(Func<(NetworkWeights Weights, TrainingSummary Summary)> train)
    {
        lock (Module.Gate)
        {
            using var hidden = Copy(Module.HiddenWeights);
            using var output = Copy(Module.OutputWeights);
            try
            {
                var outcome = train();
                Module.Load(outcome.Weights);
                return outcome;
            }
            catch when (!Module.IsDisposed)
            {
                using var withoutAutograd = no_grad();
                Module.HiddenWeights.copy_(hidden);
                Module.OutputWeights.copy_(output);
                throw;
            }
        }
    }

    private static Tensor Copy(Tensor parameter)
    {
        using var detached = parameter.detach();
        return detached.clone();
    }
}
