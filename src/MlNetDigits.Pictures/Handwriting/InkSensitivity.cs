namespace MlNetDigits.Pictures;

/// <summary>How faint ink may be that is told from paper.</summary>
/// <param name="Edge">The share of light by which the edge of a stroke must differ from what is around it; half of what
/// the stroke differs by.</param>
/// <param name="Difference">The same in grey levels.</param>
/// <param name="Grain">The same in standard deviations of the picture's grain.</param>
/// <param name="Ink">The least missing share of the paper's light where there is ink, of 255.</param>
/// <param name="UsualInk">The same of the usual ink.</param>
/// <param name="UsualInkOfGrain">The same of the usual ink in standard deviations of the grain.</param>
internal sealed record InkSensitivity(
    double Edge, int Difference, double Grain, int Ink, int UsualInk, double UsualInkOfGrain)
{
    /// <summary>For ink that takes a fifth of the light: paper's texture and the dirt of JPEG stay below.</summary>
    public static InkSensitivity Usual { get; } = new(Edge: 0.1, Difference: 10, Grain: 6, Ink: 26, UsualInk: 0, UsualInkOfGrain: 0);

    /// <summary>For ink that takes a tenth of the light, of pictures in which there is no other: half of it, where the
    /// edge of a stroke is, still is more than the least.</summary>
    public static InkSensitivity Faint { get; } = new(Edge: 0.045, Difference: 5, Grain: 7, Ink: 10, UsualInk: 20, UsualInkOfGrain: 10);
}
