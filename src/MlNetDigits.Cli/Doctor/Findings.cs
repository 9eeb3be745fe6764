using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Doctor;

/// <summary>What there is on this machine.</summary>
/// <param name="Versions">Names and versions.</param>
/// <param name="SampleFolder">Where the embedded sample should be.</param>
/// <param name="HasSample">Whether it is there.</param>
/// <param name="Model">Where the model that comes with the tool should be.</param>
/// <param name="HasModel">Whether it is there.</param>
/// <param name="Torch">The native libraries.</param>
internal sealed record Findings(
    IReadOnlyList<(string Name, string Version)> Versions, string SampleFolder, bool HasSample, string Model, bool HasModel, TorchNativeStatus Torch)
{
    /// <summary>Looks; loads the native libraries.</summary>
    /// <param name="shipped">The models that came with the tool.</param>
    public static Findings Collect(ShippedModels shipped)
    {
        var torch = TorchNativeStatus.Probe();
        var sample = CommandLine.SampleFolder.Path;
        return new Findings(
            [
                ("digits", ToolOrigin.VersionOf(typeof(Findings).Assembly)),
                (".NET", Environment.Version.ToString()),
                ("System", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})"),
                ("ML.NET", ToolOrigin.VersionOf(typeof(MLContext).Assembly)),
                ("TorchSharp", torch.TorchSharpVersion),
                ("libtorch", torch.LibtorchVersion ?? "cannot be used"),
            ],
            sample,
            DigitSource.FolderHas(sample, DigitPart.Train) && DigitSource.FolderHas(sample, DigitPart.Test),
            shipped.Default,
            File.Exists(shipped.Default),
            torch);
    }

    /// <summary>A line each.</summary>
    public string RenderText()
    {
        (string Name, string Value)[] lines =
        [
            .. Versions,
            ("libtorch file", Torch.LibtorchPath ?? "not loaded"),
            ("TorchSharp file", Torch.LibTorchSharpPath ?? "not loaded"),
            ("Mended copy", Torch.MendReason is { } reason ? $"yes, since the system's loader said: {reason}" : "no"),
            ("Sample", HasSample ? SampleFolder : $"missing from {SampleFolder}"),
            ("Model", HasModel ? Model : $"missing from {Path.GetDirectoryName(Model)}"),
            ("Training", "works: the managed engine needs no native library"),
            ("Torch engine", Torch.IsAvailable ? "works" : "does not work"),
        ];
        return string.Concat(lines.Select(line => $"{line.Name,-16}{line.Value}\n"));
    }

    /// <summary>One document.</summary>
    public string RenderJson() => Json.Render(new JsonObject
    {
        ["versions"] = new JsonObject(
            Versions.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Name, entry.Version))),
        ["libtorchFile"] = Torch.LibtorchPath,
        ["torchSharpFile"] = Torch.LibTorchSharpPath,
        ["isMendedCopy"] = Torch.IsMendedCopy,
        ["mendReason"] = Torch.MendReason,
        ["sampleFolder"] = SampleFolder,
        ["hasSample"] = HasSample,
        ["model"] = Model,
        ["hasModel"] = HasModel,
        ["trainingWorks"] = true,
        ["torchEngineWorks"] = Torch.IsAvailable,
        ["error"] = Torch.Error,
    });
}
