using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>What a report says of how it was made.</summary>
internal static class ToolOrigin
{
    /// <summary>This tool on this machine.</summary>
    /// <param name="made">When.</param>
    /// <param name="commandLine">The command.</param>
    public static ReportOrigin Of(DateTimeOffset made, string commandLine) => new(
        made,
        commandLine,
        $"digits {VersionOf(typeof(ToolOrigin).Assembly)}, .NET {Environment.Version}",
        $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture}), {Environment.ProcessorCount} processors");

    /// <summary>A command line as it can be typed again.</summary>
    public static string CommandLine(ParseResult parsed)
        => string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)).Prepend("digits"));

    /// <summary>The version of an assembly, without the commit that the SDK adds after a plus sign.</summary>
    public static string VersionOf(Assembly assembly)
        => assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    private static string Quoted(string word)
        => word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || "-_./\\:,=+@%".Contains(letter))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
