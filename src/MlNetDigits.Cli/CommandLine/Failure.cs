using MlNetDigits.Training;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>What the tool says, and the code it ends with, when something went wrong.</summary>
/// <param name="Message">One line.</param>
/// <param name="ExitCode">The process's exit code.</param>
internal sealed record Failure(string Message, int ExitCode)
{
    /// <summary>The one place that decides what an exception means to the caller of the tool.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="folder">Paths in it are told as people would type them here.</param>
    public static Failure Of(Exception exception, WorkingFolder folder)
    {
        var failure = Chain(exception).Select(Known).FirstOrDefault(failure => failure is not null)
            ?? new Failure(
                OneLine($"unexpected {exception.GetType().Name}: {exception.Message.TrimEnd('.')}. Run again with --verbose for the details."),
                CommandLine.ExitCode.Failed);
        return failure with { Message = folder.Shorten(failure.Message) };
    }

    /// <summary>ML.NET wraps what a reader throws on one of its threads, so the cause may lie deeper.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    private static Failure? Known(Exception exception) => exception switch
    {
        UsageException => new(OneLine(exception.Message), CommandLine.ExitCode.WrongUsage),

        // A mirror that cannot be reached is nobody's bad file.
        InvalidInputException { Path: var path } when IsAddress(path)
            => new(OneLine(exception.Message), CommandLine.ExitCode.Failed),
        InvalidInputException or OtherClassesException => new(OneLine(exception.Message), CommandLine.ExitCode.BadFile),
        TorchNotAvailableException => new(OneLine(exception.Message), CommandLine.ExitCode.NativeLibrary),
        OperationCanceledException => new(OneLine(exception.Message), CommandLine.ExitCode.Interrupted),
        TrainingDivergedException or IOException or UnauthorizedAccessException or HttpRequestException
            => new(OneLine(exception.Message), CommandLine.ExitCode.Failed),
        _ => null,
    };

    private static bool IsAddress(string path)
        => path.StartsWith("http://", StringComparison.Ordinal) || path.StartsWith("https://", StringComparison.Ordinal);

    private static string OneLine(string message)
        => string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
