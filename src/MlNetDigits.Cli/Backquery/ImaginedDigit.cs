using System.Collections.Immutable;

namespace MlNetDigits.Cli.Backquery;

/// <summary>A digit as the network imagines it, and what the network says when it is shown that.</summary>
/// <param name="Digit">The digit that was asked for.</param>
/// <param name="Backquery">What came out.</param>
/// <param name="Pixels">The same as 784 raw pixels.</param>
/// <param name="Scores">The network's answer to the features, a score a digit.</param>
internal sealed record ImaginedDigit(
    int Digit, BackqueryResult Backquery, ImmutableArray<byte> Pixels, ImmutableArray<float> Scores)
{
    /// <summary>The digit with the best score.</summary>
    public int Answer => Scores.IndexOf(Scores.Max());

    /// <summary>Whether the network recognises what it imagined.</summary>
    public bool IsRecognized => Answer == Digit;

    /// <summary>Runs the network of a model backwards for one digit.</summary>
    public static ImaginedDigit Of(DigitModel model, int digit)
    {
        var backquery = NetworkBackquery.Of(model.Network.Weights, digit);
        var features = backquery.Features.AsSpan();

        // A model that prepares its pixels in another way takes features of its own scale; the classic one shows them.
        var scaling = model.Scaling ?? PixelScaling.Classic;
        return new ImaginedDigit(
            digit, backquery, [.. scaling.ToPixels(features)], [.. model.Network.Query(features)]);
    }
}
