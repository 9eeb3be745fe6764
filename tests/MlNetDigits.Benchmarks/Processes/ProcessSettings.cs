namespace MlNetDigits.Benchmarks;

/// <summary>What a process trains on, and how.</summary>
/// <param name="Data">The folder of the digits.</param>
/// <param name="Records">How many of them; fewer if there are fewer.</param>
/// <param name="Epochs">The epochs of each training.</param>
/// <param name="Grain">Whether they are put on grainy paper.</param>
internal sealed record ProcessSettings(string Data, int Records, int Epochs, bool Grain);
