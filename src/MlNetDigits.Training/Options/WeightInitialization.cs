namespace MlNetDigits.Training;

/// <summary>How the weights are drawn before training.</summary>
public enum WeightInitialization
{
    /// <summary>Uniform in (-0.5, 0.5), whatever the layer's size (the default).</summary>
    Uniform = 0,

    /// <summary>Normal with mean 0 and standard deviation <c>fanIn^-0.5</c>, fanIn being the nodes that feed the layer.</summary>
    Normal = 1,
}
