namespace MlNetDigits.Training;
internal static class TorchNative { public static void EnsureLoaded() { } }
