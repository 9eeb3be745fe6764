namespace MlNetDigits.Cli.Report;

/// <summary>What charts are written as.</summary>
internal enum ChartFormat
{
    Png,
    Svg,
}
