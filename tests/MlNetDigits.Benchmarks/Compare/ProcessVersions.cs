using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace MlNetDigits.Benchmarks;

/// <summary>The versions of what this process runs on.</summary>
internal static class ProcessVersions
{
    public const string MlNet = "ML.NET";
    public const string LightGbm = "LightGBM";
    public const string TorchSharp = "TorchSharp";
    public const string Libtorch = "TorchSharp's libtorch";
    public const string OnnxRuntime = "ONNX Runtime";

    private static readonly Dictionary<string, string> Ids = new()
    {
        [MlNet] = "Microsoft.ML",
        [LightGbm] = "LightGBM",
        [TorchSharp] = "TorchSharp",
        [Libtorch] = "libtorch-cpu",
        [OnnxRuntime] = "Microsoft.ML.OnnxRuntime",
    };

    /// <summary>The version of .NET, and those of the packages named, in that order.</summary>
    public static IReadOnlyDictionary<string, string> Read(params ReadOnlySpan<string> names)
    {
        var packages = Packages();
        var versions = new Dictionary<string, string> { [".NET"] = Runtime() };
        foreach (var name in names)
            versions.Add(name, packages[Ids[name]]);
        return versions;
    }

    /// <summary>The version of .NET, and the vectors that it uses.</summary>
    public static string Runtime()
        => string.Create(CultureInfo.InvariantCulture, $"{Environment.Version}, vectors of {VectorBits()} bits");

    /// <summary>
    /// The widest vectors that the runtime uses here; DOTNET_EnableAVX512=0 and the like narrow them.
    /// </summary>
    public static int VectorBits()
        => Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    /// <summary>The packages of this program, from the list that the build leaves beside it.</summary>
    private static Dictionary<string, string> Packages()
    {
        var program = typeof(ProcessVersions).Assembly.GetName().Name;
        var list = Path.Combine(AppContext.BaseDirectory, $"{program}.deps.json");
        using var content = JsonDocument.Parse(File.ReadAllBytes(list));
        return content.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name.Split('/'))
            .ToDictionary(parts => parts[0], parts => parts[1]);
    }
}
