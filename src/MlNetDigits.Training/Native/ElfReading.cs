namespace MlNetDigits.Training;

/// <summary>How the reading of a library's version needs ended.</summary>
internal enum ElfReading
{
    /// <summary>The list is there.</summary>
    Found,

    /// <summary>The bytes are not a 64-bit little-endian ELF file.</summary>
    NotElf,

    /// <summary>An ELF file that needs no symbol versions.</summary>
    NoVersionNeeds,

    /// <summary>An ELF file that is cut off or contradicts itself.</summary>
    Malformed,
}
