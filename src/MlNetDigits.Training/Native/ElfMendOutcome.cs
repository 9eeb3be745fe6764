namespace MlNetDigits.Training;

/// <summary>What marking a version need weak found and did.</summary>
internal enum ElfMendOutcome
{
    /// <summary>The flags of the version's entry were changed.</summary>
    Mended,

    /// <summary>The entry was weak before.</summary>
    AlreadyWeak,

    /// <summary>The library does not need the version.</summary>
    NotNeeded,

    /// <summary>Not an ELF library that can be read.</summary>
    NotReadable,
}
