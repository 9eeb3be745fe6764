using Microsoft.ML.Data;
using MlNetDigits;

// ML.NET's own name space, so that the method is found wherever ML.NET's transforms are.
namespace Microsoft.ML;

/// <summary>Extends ML.NET's catalogs with what MlNetDigits adds to transforms.</summary>
public static class MlNetDigitsCatalog
{
    /// <summary>
    /// Turns raw pixels into features by a fixed formula; with the defaults, 0..255 becomes 0.01..1.00.
    /// </summary>
    /// <param name="catalog">The transforms catalog.</param>
    /// <param name="outputColumnName">The column to make: a vector of <see cref="float"/> as long as the input.</param>
    /// <param name="inputColumnName">The column of raw pixels, a vector of <see cref="float"/>.</param>
    /// <param name="scaling">The formula; by default <see cref="PixelScaling.Classic"/>.</param>
    /// <returns>The estimator.</returns>
    /// <exception cref="ArgumentException">
    /// A column has no name, or the formula a number that is not finite or a range that is not above 0.
    /// </exception>
    public static PixelScalingEstimator ScalePixels(
        this TransformsCatalog catalog,
        string outputColumnName = DefaultColumnNames.Features,
        string inputColumnName = "Pixels",
        PixelScaling? scaling = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new PixelScalingEstimator(
            ((IInternalCatalog)catalog).Environment, outputColumnName, inputColumnName, scaling ?? PixelScaling.Classic);
    }
}
