using System.Text.Json;
using MlNetDigits.Training;
using TorchSharp;

namespace MlNetDigits.Tests.Native;

/// <summary>What a fresh process finds out about torch; handed to the test through a file.</summary>
/// <param name="Status">The status, asked for before anything else.</param>
/// <param name="Sum">The sum of 0 to 99 as torch sees it; null if torch is not there.</param>
public sealed record TorchProbe(TorchNativeStatus Status, float? Sum)
{
    /// <summary>In the child process: probes and writes the result.</summary>
    public static void Write(string path)
    {
        var status = TorchNativeStatus.Probe();
        File.WriteAllText(path, JsonSerializer.Serialize(new TorchProbe(status, status.IsAvailable ? Total() : null)));
    }

    /// <summary>In the test: what the child wrote.</summary>
    public static TorchProbe Read(string path) => JsonSerializer.Deserialize<TorchProbe>(File.ReadAllText(path))!;

    private static float Total()
    {
        using var scope = torch.NewDisposeScope();
        return torch.arange(100, torch.float32).sum().item<float>();
    }
}
