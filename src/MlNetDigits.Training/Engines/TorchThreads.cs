using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>Sets torch's number of threads, which belongs to the whole process, and puts it back at the end.</summary>
internal sealed class TorchThreads : IDisposable
{
    private readonly int _before;

    public TorchThreads(int threads)
    {
        TorchNative.EnsureLoaded();
        _before = get_num_threads();
        set_num_threads(threads);
    }

    public void Dispose() => set_num_threads(_before);
}
