using System.Collections.Immutable;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>From a plan to answers, printed and written.</summary>
internal static class PredictRun
{
    /// <summary>Runs a plan.</summary>
    /// <returns>The exit code: <see cref="ExitCode.BadFile"/> if a file could not be read, whatever became of the others.
    /// </returns>
    /// <exception cref="InvalidInputException">Something is wrong with the model.</exception>
    /// <exception cref="UsageException">A table would replace a picture of a folder that is read.</exception>
    public static int Run(PredictPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var ml = MlLog.Context(console, verbose);
        var (model, read) = ModelReading.LoadBeside(ml, plan.ModelPath, () => Reading.Of(plan, console));
        if (plan.CsvFilePath is { } csv)
            InputFiles.Protect("--csv", csv, read.Questions.Select(question => question.File).Distinct());
        var reading = RowLabels.Translate(read, model, plan.DataOptions);
        var asked = Answer.Of(ml, model, reading.Questions);
        var labelled = PictureLabels.Put(asked, plan.LabelFrom);
        var problem = RowLabels.FindProblem([.. read.Questions, .. labelled.Select(answer => answer.Question)], model, plan.DataOptions);
        var answers = problem is null ? labelled : asked;
        ImmutableArray<string> warnings = [.. Warnings(console.Shipped, plan, answers), .. problem is null ? Array.Empty<string>() : [problem]];
        var result = new PredictResult(plan, model, reading, answers, warnings);

        Tell(result, verbose, console);
        if (plan.CsvFilePath is { } file && !answers.IsEmpty)
            PredictCsv.Save(result, file, console.Folder);
        if (json)
            PredictJson.Write(result, console);
        else if (!answers.IsEmpty)
            Print(result, console);
        return reading.Failed.IsEmpty ? ExitCode.Done : ExitCode.BadFile;
    }

    private static void Print(PredictResult result, ToolConsole console)
    {
        if (result.Plan.CsvPath == OptionKinds.Standard)
            PredictCsv.Write(result, console.Output, console.Folder);
        else
            console.Output.Write(PredictText.Render(result, console));
    }

    private static void Tell(PredictResult result, bool verbose, ToolConsole console)
    {
        foreach (var note in SkippedText.Lines(result.Reading.Skipped, console.Folder))
            console.Error.WriteLine($"note: {note}");
        foreach (var failure in result.Reading.Failed)
        {
            console.Error.WriteLine($"error: {Failure.Of(failure, console.Folder).Message}");
            if (verbose)
                console.Error.WriteLine(failure);
        }

        console.Warn(result.Warnings);

        // Who gets the file alone is not told by its text.
        if (result.Plan.CsvPath == OptionKinds.Standard)
            console.Warn(RowsText.Lines(result, console.Folder));
    }

    /// <summary>Only digits whose right answers are known make an accuracy.</summary>
    private static ImmutableArray<string> Warnings(ShippedModels shipped, PredictPlan plan, ImmutableArray<Answer> answers)
    {
        ImmutableArray<ReadOnlyMemory<byte>> known =
            [.. answers.Where(answer => answer.Known > 0).SelectMany(answer => answer.Digits).Select(digit => digit.Found.Pixels)];
        return LearnedImages.Warnings(shipped, plan.ModelPath, known.Length, known);
    }
}
