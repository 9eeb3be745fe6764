namespace MlNetDigits.Cli.CommandLine;

/// <summary>What the tool's exit codes mean.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int BadFile = 3;
    public const int NativeLibrary = 4;
    public const int Interrupted = 130;

    /// <summary>The codes as the help shows them.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done"),
        (Failed, "failed"),
        (WrongUsage, "wrong usage"),
        (BadFile, "bad data or model file"),
        (NativeLibrary, "the native library of TorchSharp cannot be used (see 'digits doctor')"),
        (Interrupted, "interrupted; what was learned is saved"),
    ];
}
