using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>An engine and what it is asked to do.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="BatchSize">The records of an update.</param>
public sealed record EngineChoice(TrainingEngine Engine, int BatchSize)
{
    /// <summary>Every engine with every size of batch that it takes.</summary>
    public static IEnumerable<EngineChoice> All()
        => from engine in Enum.GetValues<TrainingEngine>()
           where engine != TrainingEngine.Auto
           from batchSize in new[] { 1, 32 }
           let choice = new EngineChoice(engine, batchSize)
           where choice.ToOptions(UpdateRule.Classic).FindProblems().Count == 0
           select choice;

    /// <summary>The trainer's options for it.</summary>
    public SigmoidNetworkOptions ToOptions(UpdateRule rule)
        => new() { Engine = Engine, BatchSize = BatchSize, UpdateRule = rule };

    /// <summary>As the table shows it.</summary>
    public override string ToString() => $"{Engine}, batch {BatchSize}";
}
