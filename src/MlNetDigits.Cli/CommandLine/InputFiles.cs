namespace MlNetDigits.Cli.CommandLine;

/// <summary>Keeps what is read from being replaced by what is written.</summary>
internal static class InputFiles
{
    /// <summary>Refuses to write to a file that is read.</summary>
    /// <param name="option">The option that names the file to write.</param>
    /// <param name="output">The file to write, a full path.</param>
    /// <param name="inputs">The files that are read, full paths, which may be links.</param>
    /// <exception cref="UsageException">It is one of them.</exception>
    public static void Protect(string option, string output, IEnumerable<string> inputs)
    {
        if (inputs.FirstOrDefault(input => input == output || LinkedBy(input) == output) is { } same)
            throw new UsageException($"{option} '{output}' would replace '{same}', which is read; name another file");
    }

    private static string? LinkedBy(string path)
        => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;
}
