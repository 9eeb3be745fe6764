using System.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "The folder of MNIST.",
        DefaultValueFactory = _ => Folders.Mnist,
    };

    public static Option<int> Count(string name, int standard, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
    };

    public static Option<TrainingEngine> Engine() => new("--engine")
    {
        Description = "Which of our engines.",
        DefaultValueFactory = _ => TrainingEngine.Auto,
    };
}
