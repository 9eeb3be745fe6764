using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Shows records to a network and follows what its nodes put out.</summary>
internal sealed class ActivityRecorder(NetworkWeights network, InspectionOptions options)
{
    private readonly LayerRecorder _hidden = new(network.HiddenNodes, options);
    private readonly LayerRecorder _output = new(network.Outputs, options);
    private readonly float[] _scratch = new float[network.Packed.ScratchLength];
    private readonly float[] _scores = new float[network.Outputs];
    private long _records;
    private long _leftOut;

    /// <summary>Shows a record, <c>[Inputs]</c>.</summary>
    public void Show(ReadOnlySpan<float> features)
    {
        Follow(network.Packed.RunOne(features, _scratch, _scores));
    }

    /// <summary>Shows a record that may be sparse, <c>[Inputs]</c>.</summary>
    public void Show(in VBuffer<float> features)
    {
        Follow(features.IsDense
            ? network.Packed.RunOne(features.GetValues(), _scratch, _scores)
            : network.Packed.RunOne(features.GetIndices(), features.GetValues(), _scratch, _scores));
    }

    /// <summary>What was seen so far.</summary>
    public NetworkActivity ToActivity() => new(_records, _leftOut, _hidden.ToActivity(), _output.ToActivity());

    private void Follow(ReadOnlySpan<float> hidden)
    {
        // One feature that is not a number spreads to all nodes.
        if (hidden.ContainsAnyExceptInRange(0f, 1f) || _scores.AsSpan().ContainsAnyExceptInRange(0f, 1f))
        {
            _leftOut++;
            return;
        }

        _records++;
        _hidden.Add(hidden);
        _output.Add(_scores);
    }
}
