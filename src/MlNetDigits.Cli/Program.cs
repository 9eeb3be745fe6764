using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli;

internal static class Program
{
    private static int Main(string[] arguments) => DigitsTool.Run(arguments, ToolConsole.Take());
}
