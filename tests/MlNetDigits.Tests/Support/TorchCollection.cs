namespace MlNetDigits.Tests.Support;

/// <summary>
/// Tests that touch torch in this process run alone, after all others: its thread count and live tensors are shared. So do
/// those that measure what is allocated or collect garbage all the time.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchCollection
{
    public const string Name = "torch";
}
