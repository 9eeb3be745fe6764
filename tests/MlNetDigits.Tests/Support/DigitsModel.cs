namespace MlNetDigits.Tests.Support;

/// <summary>The trained model that comes with the project.</summary>
internal static class DigitsModel
{
    /// <summary>The file.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "digits.zip");

    /// <summary>The scores of raw pixels, [784], scaled as the model was trained.</summary>
    public static float[] Scores(this SigmoidNetworkModelParameters network, ReadOnlySpan<byte> pixels)
    {
        var features = new float[pixels.Length];
        for (var i = 0; i < features.Length; i++)
            features[i] = (pixels[i] / 255f * 0.99f) + 0.01f;
        return network.Query(features);
    }

    /// <summary>The digit with the best score.</summary>
    public static int Read(this SigmoidNetworkModelParameters network, ReadOnlySpan<byte> pixels)
        => network.Scores(pixels) is var scores ? Array.IndexOf(scores, scores.Max()) : -1;
}
