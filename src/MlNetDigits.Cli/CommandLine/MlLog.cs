using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>ML.NET's own messages.</summary>
internal static class MlLog
{
    /// <summary>A context that writes its messages to standard error, if that is wanted.</summary>
    public static MLContext Context(ToolConsole console, bool verbose, int? seed = null)
    {
        var ml = new MLContext(seed);
        if (verbose)
        {
            ml.Log += (_, message) =>
            {
                if (message.Kind != ChannelMessageKind.Trace)
                    console.Error.WriteLine($"[{message.Source}] {message.RawMessage}");
            };
        }

        return ml;
    }
}
