namespace MlNetDigits.Training;

/// <summary>What came of marking a version need weak.</summary>
/// <param name="Outcome">What was found and done.</param>
/// <param name="Bytes">The file; the same as before unless <see cref="ElfMendOutcome.Mended"/>.</param>
internal sealed record ElfMend(ElfMendOutcome Outcome, byte[] Bytes);
