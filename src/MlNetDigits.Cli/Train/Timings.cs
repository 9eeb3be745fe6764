using System.Diagnostics;
using System.Globalization;

namespace MlNetDigits.Cli.Train;

/// <summary>Where the time of a run went, in seconds, and the most memory it had.</summary>
/// <param name="Start">From the start of the process to the start of the work.</param>
/// <param name="Check">Finding the data and checking every value.</param>
/// <param name="Read">Reading the data into memory and loading torch.</param>
/// <param name="Train">The epochs.</param>
/// <param name="Save">Writing the model file.</param>
/// <param name="Evaluate">Measuring on the test part.</param>
/// <param name="PeakMemory">The most memory that the process held, in bytes.</param>
internal sealed record Timings(
    double Start, double Check, double Read, double Train, double Save, double Evaluate, long PeakMemory)
{
    /// <summary>All of it.</summary>
    public double Total => Start + Check + Read + Train + Save + Evaluate;

    /// <summary>The most memory that this process has held so far, in bytes.</summary>
    public static long PeakMemoryNow()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    /// <summary>For a person: two lines, which fit a terminal of 80 columns.</summary>
    public string Render() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {Total:F2} s; peak memory {PeakMemory / 1e6:F0} MB
        start {Start:F2}, check {Check:F2}, read {Read:F2}, train {Train:F2}, save {Save:F2}, evaluate {Evaluate:F2}
        """);
}
