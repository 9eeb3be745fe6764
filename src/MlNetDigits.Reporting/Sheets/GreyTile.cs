using MlNetDigits.Pictures;

namespace MlNetDigits.Reporting;

/// <summary>A grey picture on a sheet.</summary>
/// <param name="Picture">The picture, shown as it is.</param>
/// <param name="Caption">What stands below it.</param>
public sealed record GreyTile(GreyImage Picture, string Caption) : SheetTile(Picture.Width, Picture.Height, Caption);
