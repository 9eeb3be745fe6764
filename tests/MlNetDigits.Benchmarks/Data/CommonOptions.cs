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

    public static Option<string> DataOrSample() => new("--data")
    {
        Description = "The folder of MNIST, or of other digits; where it is missing, the sample of this project.",
        DefaultValueFactory = _ => Folders.MnistOrSample,
    };

    public static Option<bool> Grain() => new("--grain")
    {
        Description = "Put the digits on grainy paper: no background.",
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
