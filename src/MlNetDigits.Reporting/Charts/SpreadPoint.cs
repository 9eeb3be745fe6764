namespace MlNetDigits.Reporting;

/// <summary>A value that was measured several times, as at several seeds.</summary>
/// <param name="X">Where it was measured; above 0 on a logarithmic axis.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Low">The lower end of the spread, at most <paramref name="Mean"/>.</param>
/// <param name="High">The upper end of the spread, at least <paramref name="Mean"/>.</param>
public readonly record struct SpreadPoint(double X, double Mean, double Low, double High);
