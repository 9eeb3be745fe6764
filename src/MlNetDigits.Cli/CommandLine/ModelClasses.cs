namespace MlNetDigits.Cli.CommandLine;

/// <summary>Reads data that a model is shown by the classes that the model knows.</summary>
internal static class ModelClasses
{
    private const int MostNamed = 8;

    /// <summary>What is said of the data, with the classes in the order in which the model has them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="said">What people say of the data.</param>
    /// <exception cref="UsageException">They name a class that the model does not know.</exception>
    /// <exception cref="InvalidInputException">They name none, and the model does not tell which labels stand for its own.</exception>
    public static DigitDataOptions Of(DigitModel model, DigitDataOptions said)
    {
        if (said.Classes is { } wanted)
        {
            return said with
            {
                Classes = wanted.InOrderOf(model.ClassNames) ?? throw new UsageException(
                    $"--classes names '{wanted.Names.First(name => !model.ClassNames.Contains(name))}', which the model does not know; its classes are {Listed(model)}"),
            };
        }

        return said with
        {
            Classes = model.Classes is { } known ? known with { AreOfModel = true } : throw new InvalidInputException(
                model.Path, $"does not tell which labels of a file stand for its classes ({Listed(model)}); say so with --classes and a mapping file"),
        };
    }

    private static string Listed(DigitModel model) => ClassNames.Listed(model.ClassNames, MostNamed);
}
