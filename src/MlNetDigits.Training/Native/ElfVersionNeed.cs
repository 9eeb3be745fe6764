namespace MlNetDigits.Training;

/// <summary>One symbol version that a shared library needs from another.</summary>
/// <param name="Library">The file that must have it, such as <c>libstdc++.so.6</c>.</param>
/// <param name="Version">The version's name, such as <c>GLIBCXX_3.4.32</c>.</param>
/// <param name="Flags">The entry's flags; <see cref="WeakFlag"/> lets the library load without the version.</param>
/// <param name="FlagsOffset">Where the two bytes of the flags are in the file.</param>
internal sealed record ElfVersionNeed(string Library, string Version, ushort Flags, int FlagsOffset)
{
    /// <summary>VER_FLG_WEAK of the ELF symbol versioning rules.</summary>
    public const ushort WeakFlag = 2;

    /// <summary>Whether the loader carries on when the version is missing.</summary>
    public bool IsWeak => (Flags & WeakFlag) != 0;
}
