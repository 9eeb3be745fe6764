namespace MlNetDigits.Training;

/// <summary>How large a layer can be, whichever engine trains it.</summary>
internal static class LayerLimit
{
    /// <summary>The most weights that a layer can have: TorchSharp shows a tensor's memory as a span of bytes.</summary>
    public const int MostWeights = int.MaxValue / sizeof(float);
}
