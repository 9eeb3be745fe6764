namespace MlNetDigits.Tests.Support;

/// <summary>Tests that touch torch do not run beside one another: its thread count and live tensors are shared.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchCollection
{
    public const string Name = "torch";
}
