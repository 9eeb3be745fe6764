using System.Text.Json;

namespace MlNetDigits.Tests.Support;

/// <summary>What a model of an earlier version must give, as <c>Model/Frozen/scores.py</c> has written it down.</summary>
/// <param name="Sizes">[inputs, hidden nodes, outputs].</param>
/// <param name="ScoreNormalization">The number in the file.</param>
/// <param name="Scaling">[range, factor, offset]; null if the model scales no pixels.</param>
/// <param name="WeightsSha256">Of the floats, little-endian, W1 before W2; 64 hexadecimal digits in lower case.</param>
/// <param name="Scores">[rows][outputs], in double precision.</param>
internal sealed record FrozenModel(
    int[] Sizes, int ScoreNormalization, float[]? Scaling, string WeightsSha256, double[][] Scores)
{
    /// <summary>Reads what is written of a model.</summary>
    /// <param name="name">The model's name without extension.</param>
    public static FrozenModel Read(string name)
        => JsonSerializer.Deserialize<FrozenModel>(File.ReadAllText(PathOf($"{name}.json")), JsonSerializerOptions.Web)!;

    /// <summary>The full path of a frozen file.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Model", "Frozen", name);
}
