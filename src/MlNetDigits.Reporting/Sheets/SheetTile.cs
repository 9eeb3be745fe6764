namespace MlNetDigits.Reporting;

/// <summary>A picture of a <see cref="ContactSheet"/>: a <see cref="GreyTile"/> or a <see cref="ValueTile"/>.</summary>
/// <param name="Width">The columns.</param>
/// <param name="Height">The rows.</param>
/// <param name="Caption">What stands below it; a line feed starts another line, and what is too long is cut.</param>
public abstract record SheetTile(int Width, int Height, string Caption);
