using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Inspect;

/// <summary>Carries out <c>digits inspect --distortions</c>.</summary>
internal static class DistortionInspection
{
    /// <summary>Draws the picture and says where it is.</summary>
    public static int Run(DistortionPlan plan, bool json, ToolConsole console)
    {
        var digit = DistortedDigit.Of(plan);
        DistortionSheet.Of(plan, digit, console.Folder).Save(plan.Picture);
        console.Output.Write(json ? DistortionReport.ToJson(plan, digit, console.Folder) : DistortionReport.ToText(plan, digit, console.Folder));
        return ExitCode.Done;
    }
}
