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

    /// <summary>Loads a model and reads data, by the classes that the model turns out to know.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="ml">The context.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="said">What people say of the data.</param>
    /// <param name="read">Reads it, on a thread of its own; once more if the model does not know the ten digits.</param>
    /// <exception cref="InvalidInputException">Something is wrong with the model, or with what is read.</exception>
    /// <exception cref="UsageException">People name a class that the model does not know.</exception>
    public static (DigitModel Model, T Read) LoadBeside<T>(
        MLContext ml, string path, DigitDataOptions said, Func<DigitDataOptions, T> read)
    {
        var reading = Task.Run(() => read(said));
        var model = ModelFile.Load(ml, path);
        var known = ModelClasses.Of(model, said);
        try
        {
            if (reading.GetAwaiter().GetResult() is var found && known.KnownClasses == said.KnownClasses)
                return (model, found);
        }
        catch (InvalidInputException)
        {
            // A label that was none of a digit may be one of the model's; and of what is wrong it can be told what the model knows.
        }

        return (model, read(known));
    }
}
