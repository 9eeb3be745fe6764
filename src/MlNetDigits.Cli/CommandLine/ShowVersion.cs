using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Shows the version of the tool, with its commit. (The usual action shows that of whatever was started.)</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(ShowVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        parseResult.InvocationConfiguration.Output.WriteLine(version?.InformationalVersion);
        return ExitCode.Done;
    }
}
