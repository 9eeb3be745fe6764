namespace MlNetDigits.Training;

/// <summary>What the system's loader said, without what .NET says around it.</summary>
internal static class LoaderError
{
    /// <summary>The loader's own words from the message of a failed load, on one line, without a full stop.</summary>
    public static string From(Exception exception)
    {
        var lines = exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // On Unix the first line is .NET's advice on tools; the loader's words follow it.
        return string.Join("; ", lines.Length > 1 ? lines.Skip(1).Distinct() : lines).TrimEnd('.');
    }
}
