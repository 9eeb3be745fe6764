namespace MlNetDigits.Training;

/// <summary>The numbers of one step of Adam.</summary>
/// <param name="Rate">The learning rate, corrected for the first moment's start.</param>
/// <param name="SecondScale">What corrects the root of the second moment for its start.</param>
internal readonly record struct AdamStep(float Rate, float SecondScale)
{
    /// <summary>What is kept of the first moment: the usual number, as the next two.</summary>
    public const double Beta1 = 0.9;

    /// <summary>What is kept of the second moment.</summary>
    public const double Beta2 = 0.999;

    /// <summary>What keeps the root of the second moment from 0.</summary>
    public const double Epsilon = 1e-8;

    /// <summary>The numbers of a step. Both moments start at 0, and so are too small at first.</summary>
    /// <param name="step">Its number, from 1.</param>
    /// <param name="rate">The learning rate.</param>
    public static AdamStep Of(long step, float rate)
        => new((float)(rate / (1 - Math.Pow(Beta1, step))), (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, step))));
}
