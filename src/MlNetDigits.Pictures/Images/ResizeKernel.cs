namespace MlNetDigits.Pictures;

/// <summary>How <see cref="GreyImage.Resize"/> weighs the pixels around a point.</summary>
public enum ResizeKernel
{
    /// <summary>Straight lines between neighbours; never goes beyond the values that are there.</summary>
    Triangle,

    /// <summary>Cubic curves through the neighbours (Catmull-Rom): crisper, with a slight overshoot at edges.</summary>
    Cubic,
}
