using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// The fast engine: the same arithmetic in vectorised managed code, on weights that are laid out for it at the start of
/// each epoch and put back into plain rows at its end.
/// </summary>
/// <remarks>
/// <para>
/// Online learning of dense records goes by blocks. With W the weights at a block's start and d_j the deltas times the
/// rate, record i sees <c>W_i = W + sum of d_j x_j^T over j &lt; i</c>, hence
/// <c>W_i x_i = W x_i + sum of d_j (x_j . x_i)</c>: the products with W are done for the whole block at once, so that
/// W1 moves through memory once a block, and a short loop puts in the rest. This is exact up to rounding.
/// </para>
/// <para>
/// Records that are mostly one value (<see cref="BackgroundInputLayer{TFloats, TGroup}"/>) go the same way, by
/// the features in which a block differs from it (<see cref="GatheredGroup"/>), or one by one if they have few such
/// features in common (<see cref="SparseGroup"/>).
/// </para>
/// </remarks>
internal sealed unsafe class ManagedEngine<TFloats> : ITrainingEngine
    where TFloats : struct, IFloatMath<TFloats>
{
    // Larger blocks move W1 less often, smaller ones have fewer features in which they differ from the background.
    private const int RecordsPerDenseBlock = 16;
    private const int RecordsPerGatheredBlock = 8;
    private const int RecordsPerReport = 32;
    private const double LookUpsPerColumn = 3.5;
    private const int WideVector = 16;

    private readonly NetworkWeights _start;
    private readonly float[] _hiddenWeights;
    private readonly float[] _outputWeights;
    private readonly SigmoidNetworkOptions _options;
    private readonly int? _blockSize;

    /// <summary>Makes an engine.</summary>
    /// <param name="start">The weights to start from.</param>
    /// <param name="options">The options.</param>
    /// <param name="blockSize">
    /// The records of a block of online learning; null for what is fastest, which may be none.
    /// </param>
    public ManagedEngine(NetworkWeights start, SigmoidNetworkOptions options, int? blockSize = null)
    {
        (_start, _options, _blockSize) = (start, options, blockSize);
        (_hiddenWeights, _outputWeights) = (start.HiddenWeights.ToArray(), start.OutputWeights.ToArray());
    }

    /// <inheritdoc/>
    public EpochOutcome TrainEpoch(TrainingRecords records, ReadOnlySpan<int> order, Func<int, bool> goOn)
    {
        var isGathered = IsGathered(records, order);
        var groupSize = Math.Min(GroupSize(records, isGathered), order.Length);
        using var network = new WorkingNetwork<TFloats>(
            new PanelLayout(records.Features, _start.HiddenNodes, TFloats.Width), records.Classes, _options, records.Background, groupSize, isGathered);
        network.Pack(_hiddenWeights, _outputWeights);
        var outcome = Train(network, records, order, goOn, groupSize);
        network.Unpack(records, _hiddenWeights, _outputWeights);
        return outcome;
    }

    /// <inheritdoc/>
    public NetworkWeights ToWeights()
        => new(_start.Inputs, _start.HiddenNodes, _start.Outputs, _hiddenWeights, _outputWeights);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private EpochOutcome Train(
        WorkingNetwork<TFloats> network, TrainingRecords records, ReadOnlySpan<int> order, Func<int, bool> goOn, int groupSize)
    {
        using var products = new AlignedFloats(groupSize);
        var nodes = network.Layout.PaddedNodes;
        var (done, errorSum) = (0, 0.0);
        var isOnline = _options.BatchSize == 1;
        while (done < order.Length)
        {
            var group = order.Slice(done, Math.Min(groupSize, order.Length - done));
            var rate = _options.LearningRate / (isOnline ? 1 : group.Length);
            network.Show(records, group);
            for (var record = 0; record < group.Length; record++)
            {
                var sums = network.Sums(record);
                if (isOnline && record > 0)
                {
                    network.Products!.Products(record, products.Pointer);
                    AddEarlierUpdates(sums, products.Pointer, network.Deltas(0), record, nodes);
                }

                errorSum += network.Output.Learn(sums, records.Label(group[record]), rate, network.Deltas(record));
            }

            network.Output.EndBatch();
            done += group.Length;
            if ((done % RecordsPerReport < group.Length || done == order.Length) && !goOn(done))
                break;
        }

        return new EpochOutcome(done, errorSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEarlierUpdates(float* sums, float* products, float* deltas, int count, int nodes)
    {
        for (var node = 0; node < nodes; node += TFloats.Width)
        {
            var sum = TFloats.Load(sums + node);
            for (var record = 0; record < count; record++)
                sum.AddProduct(TFloats.Load(deltas + ((nint)record * nodes) + node), products[record]);
            sum.Store(sums + node);
        }
    }

    /// <summary>
    /// Whether a block of records differs from the background in few enough features to be worked on as one matrix. A
    /// feature of the matrix costs about a third of a feature that is looked up record by record, but only where vectors
    /// are wide: with 8 floats a vector, blocks took 5.2 microseconds a record of MNIST and looking up 4.0.
    /// </summary>
    private bool IsGathered(TrainingRecords records, ReadOnlySpan<int> order)
    {
        var areBlocksWanted = _blockSize is not null || TFloats.Width >= WideVector;
        if (_options.BatchSize > 1 || records.Background is null || !areBlocksWanted)
            return false;

        var block = order[..Math.Min(_blockSize ?? RecordsPerGatheredBlock, order.Length)];
        var features = 0L;
        foreach (var record in block)
            features += records.Indices(record).Length;
        return (long)GatheredGroup.Union(records, block) * block.Length < LookUpsPerColumn * features;
    }

    private int GroupSize(TrainingRecords records, bool isGathered)
    {
        if (_options.BatchSize > 1)
            return _options.BatchSize;
        if (records.Background is null)
            return _blockSize ?? RecordsPerDenseBlock;
        return isGathered ? _blockSize ?? RecordsPerGatheredBlock : 1;
    }
}
