namespace MlNetDigits.Training;

/// <summary>What came of loading TorchSharp's native libraries.</summary>
internal abstract record TorchLoad
{
    /// <summary>TorchSharp's native part is loaded.</summary>
    /// <param name="Handle">The runtime's handle of it.</param>
    /// <param name="Path">The file; null if the runtime found it by itself.</param>
    /// <param name="MendReason">Why the file is a mended copy; null if it is the one that TorchSharp came with.</param>
    public sealed record Done(nint Handle, string? Path = null, string? MendReason = null) : TorchLoad;

    /// <summary>It is not.</summary>
    /// <param name="Error">One sentence on what is wrong and what to do.</param>
    public sealed record Failed(string Error) : TorchLoad;
}
