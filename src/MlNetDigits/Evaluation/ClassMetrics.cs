namespace MlNetDigits;

/// <summary>How a model does on one class.</summary>
/// <remarks>
/// The numbers are those of ML.NET's <c>ConfusionMatrix</c>, but for 0 of 0: ML.NET gives 0 there, as if the model had
/// failed at a class that it was never asked for.
/// </remarks>
/// <param name="Name">The class.</param>
/// <param name="Support">How many records are of this class.</param>
/// <param name="Precision">Of the records predicted as this class, the share that are of it; NaN if there are none.</param>
/// <param name="Recall">Of the records of this class, the share predicted as it; NaN if there are none.</param>
public sealed record ClassMetrics(string Name, long Support, double Precision, double Recall)
{
    /// <summary>
    /// The harmonic mean of precision and recall, <c>2 P R / (P + R)</c>: 0 if nothing of the class was found, NaN if
    /// there was nothing to find and nothing was predicted.
    /// </summary>
    public double F1
    {
        get
        {
            if (double.IsNaN(Precision) && double.IsNaN(Recall))
                return double.NaN;
            var (precision, recall) = (OrZero(Precision), OrZero(Recall));
            return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        }
    }

    private static double OrZero(double value) => double.IsNaN(value) ? 0 : value;
}
