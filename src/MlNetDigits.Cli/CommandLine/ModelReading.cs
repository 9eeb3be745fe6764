using Microsoft.ML;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Reads what a verb needs beside its model at the same time: loading a model is mostly compiling.</summary>
internal static class ModelReading
{
    /// <summary>Loads a model and reads something else. What is wrong with the model is told first.</summary>
    /// <typeparam name="T">What else.</typeparam>
    /// <param name="ml">The context.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="read">Reads it, on a thread of its own.</param>
    /// <exception cref="InvalidInputException">Something is wrong with the model, or with what is read.</exception>
    public static (DigitModel Model, T Read) LoadBeside<T>(MLContext ml, string path, Func<T> read)
    {
        var reading = Task.Run(read);
        var model = ModelFile.Load(ml, path);
        return (model, reading.GetAwaiter().GetResult());
    }
}
