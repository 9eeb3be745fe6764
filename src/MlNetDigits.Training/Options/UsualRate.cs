namespace MlNetDigits.Training;

/// <summary>The learning rates that suit the optimizers, to be named in advice.</summary>
internal static class UsualRate
{
    /// <summary>About the rate to begin with.</summary>
    public static float Of(Optimizer optimizer) => optimizer == Optimizer.Adam ? 0.003f : 0.1f;
}
