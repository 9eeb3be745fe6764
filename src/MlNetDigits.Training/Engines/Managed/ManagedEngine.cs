namespace MlNetDigits.Training;

/// <summary>
/// The fast engine: the same arithmetic in vectorised managed code, on weights that are laid out for it at the start of
/// each epoch and put back into plain rows at its end.
/// </summary>
/// <remarks>
/// <para>
/// Online learning goes by blocks. With W the weights at a block's start and d_j the deltas times the rate, record i sees
/// <c>W_i = W + sum of d_j x_j^T over j &lt; i</c>, hence <c>W_i x_i = W x_i + sum of d_j (x_j . x_i)</c>: the products
/// with W are done for the whole block at once, so that W1 moves through memory once a block, and a short loop puts in
/// the rest. This is exact up to rounding.
/// </para>
/// <para>
/// Records that are mostly one value are worked on by what differs from it
/// (<see cref="BackgroundInputLayer{TFloats}"/>), others as they are (<see cref="DenseInputLayer{TFloats}"/>).
/// </para>
/// </remarks>
internal sealed class ManagedEngine<TFloats> : ITrainingEngine
    where TFloats : struct, IFloatMath<TFloats>
{
    private const int RecordsPerReport = 32;

    private readonly NetworkSizes _sizes;
    private readonly float[] _hiddenWeights;
    private readonly float[] _outputWeights;
    private readonly SigmoidNetworkOptions _options;
    private readonly int _blockSize;
    private OptimizerState? _state;
    private WorkingNetwork<TFloats>? _network;
    private DistortedGroups? _distorted;
    private (float? Background, int GroupSize) _networkIsFor;

    /// <summary>Makes an engine.</summary>
    /// <param name="start">The weights to start from.</param>
    /// <param name="options">The options.</param>
    /// <param name="blockSize">The records of a block of online learning, from 1 to <see cref="TileBlock.Capacity"/>.</param>
    /// <param name="state">What the optimizer goes on with; null to begin.</param>
    public ManagedEngine(
        NetworkWeights start, SigmoidNetworkOptions options, int blockSize = TileBlock.Capacity, OptimizerState? state = null)
    {
        (_sizes, _options, _blockSize, _state) = (start.Sizes, options, blockSize, state);
        (_hiddenWeights, _outputWeights) = (start.HiddenWeights.ToArray(), start.OutputWeights.ToArray());
    }

    /// <inheritdoc/>
    public EpochOutcome TrainEpoch(EpochWork work, Func<int, bool> goOn)
    {
        var records = work.Records;
        var order = work.Order.Span;
        var most = WorkingNetwork<TFloats>.IsOnline(_options) ? _blockSize : _options.BatchSize;
        var groupSize = Math.Min(most, Math.Max(order.Length, 1));
        var network = NetworkFor(work, groupSize);
        network.Pack(_hiddenWeights, _outputWeights);
        _distorted?.Make(work, 0, Math.Min(groupSize, order.Length));

        var (done, lossSum) = (0, 0.0);
        while (done < order.Length)
        {
            var count = Math.Min(groupSize, order.Length - done);
            var shown = _distorted?.Records ?? records;
            var group = _distorted is null ? order.Slice(done, count) : _distorted.Order;
            var left = order.Length - done - count;
            network.Show(shown, group, left > 0 ? _distorted?.Begin(work, done + count, Math.Min(groupSize, left)) : null);
            lossSum += network.Learn(shown, group, new GroupRates(work.Rates, work.SeenBefore + done));
            done += count;
            if ((done % RecordsPerReport < count || done == order.Length) && !goOn(done))
                break;
        }

        network.Unpack(records, _hiddenWeights, _outputWeights);

        // The kernels work on bare pointers, which do not keep the records alive.
        GC.KeepAlive(records);
        return new EpochOutcome(done, lossSum);
    }

    /// <inheritdoc/>
    public NetworkWeights ToWeights()
        => new(_sizes.Inputs, _sizes.HiddenNodes, _sizes.Outputs, _hiddenWeights, _outputWeights);

    /// <inheritdoc/>
    public OptimizerState? ToOptimizerState() => _network?.UnpackOptimizer() ?? _state;

    /// <inheritdoc/>
    public void Dispose() => _network?.Dispose();

    /// <summary>The room of the epoch before, if it fits: asking the system for memory takes as long as many records.</summary>
    private WorkingNetwork<TFloats> NetworkFor(EpochWork work, int groupSize)
    {
        var wanted = (work.Records.Background, groupSize);
        if (_network is not null && _networkIsFor == wanted)
            return _network;

        _state = ToOptimizerState();
        _network?.Dispose();
        _network = new WorkingNetwork<TFloats>(_sizes, _options, work.Records.Background, groupSize);
        if (_state is not null)
            _network.Pack(_state);
        _distorted = work.Distorter is null ? null : new DistortedGroups(work.Distorter, work.Records, groupSize);
        _networkIsFor = wanted;
        return _network;
    }
}
