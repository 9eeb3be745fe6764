using System.Collections.Immutable;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>What was found in the files that were asked for.</summary>
/// <param name="Questions">The pictures, in the order of the files.</param>
/// <param name="RowFiles">Those of the files that hold rows.</param>
/// <param name="Failed">What is wrong with the files that could not be read.</param>
/// <param name="Skipped">What lies beside them and was left alone.</param>
internal sealed record Reading(
    ImmutableArray<Question> Questions,
    ImmutableArray<RowFile> RowFiles,
    ImmutableArray<InvalidInputException> Failed,
    ImmutableArray<FileNote> Skipped)
{
    /// <summary>Reads all files. One that cannot be read does not take the others down.</summary>
    public static Reading Of(PredictPlan plan, ToolConsole console)
    {
        using var spool = new Spool();
        var inputs = InputFinder.Find(plan.Paths, spool, console);
        var questions = ImmutableArray.CreateBuilder<Question>();
        var rowFiles = ImmutableArray.CreateBuilder<RowFile>();
        var failed = inputs.Failed.ToBuilder();
        foreach (var input in inputs.Files)
        {
            try
            {
                var (found, rows) = QuestionReader.Read(input, plan);
                questions.AddRange(found);
                if (rows is not null)
                    rowFiles.Add(rows);
            }
            catch (InvalidInputException exception)
            {
                failed.Add(Renamed(exception, input));
            }
            catch (IOException exception)
            {
                failed.Add(new InvalidInputException(input.Name, $"cannot be read ({exception.Message.TrimEnd('.')})", innerException: exception));
            }
        }

        return new Reading(questions.DrainToImmutable(), rowFiles.DrainToImmutable(), failed.DrainToImmutable(), inputs.Skipped);
    }

    /// <summary>People are told of the file that they named: not of a copy, nor alone of labels that lie beside it.</summary>
    private static InvalidInputException Renamed(InvalidInputException exception, Input input)
        => exception.Path == input.Name ? exception
            : exception.Path == input.Path ? new InvalidInputException(input.Name, exception.Problem, exception.Line, exception)
            : new InvalidInputException(input.Name, $"{exception.Path}: {exception.Problem}", innerException: exception);
}
