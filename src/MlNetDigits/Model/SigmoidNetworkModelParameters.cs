using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Internal.Utilities;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;
using MlNetDigits;

[assembly: LoadableClass(
    typeof(SigmoidNetworkModelParameters),
    null,
    typeof(SignatureLoadModel),
    "Sigmoid network",
    SigmoidNetworkModelParameters.LoaderSignature)]

namespace MlNetDigits;

/// <summary>
/// The model that the trainer <c>SigmoidNetwork</c> learns: a three-layer sigmoid network without biases that gives
/// one score a class. Scoring is managed code, safe on many threads, and needs no TorchSharp.
/// </summary>
/// <remarks>
/// Saved by <c>mlContext.Model.Save</c> and loaded by <c>mlContext.Model.Load</c> like ML.NET's own models; the app
/// that loads it references this assembly and registers nothing.
/// </remarks>
public sealed class SigmoidNetworkModelParameters : ModelParametersBase<VBuffer<float>>, IValueMapper
{
    // These three are written into every saved model: changing one stops old models from loading.
    internal const string LoaderSignature = "SigmoidNetworkPredictor";
    private const string ModelSignature = "SIGMNETW";
    private const uint Version = 0x00010001;

    private const string RegistrationName = "SigmoidNetworkModelParameters";

    private readonly VectorDataViewType _inputType;
    private readonly VectorDataViewType _outputType;

    internal SigmoidNetworkModelParameters(
        IHostEnvironment env,
        NetworkWeights weights,
        ScoreNormalization scoreNormalization,
        TrainingSummary? trainingSummary = null)
        : base(env, RegistrationName)
    {
        Weights = weights;
        TrainingSummary = trainingSummary;
        ScoreNormalization = scoreNormalization;
        (_inputType, _outputType) = TypesOf(weights);
    }

    // Called by ML.NET, through reflection, when a saved model is loaded.
#pragma warning disable IDE0051
    private SigmoidNetworkModelParameters(IHostEnvironment env, ModelLoadContext ctx)
        : base(env, RegistrationName, ctx)
    {
        (Weights, ScoreNormalization) = ReadBody(ctx.Reader);
        (_inputType, _outputType) = TypesOf(Weights);
    }
#pragma warning restore IDE0051

    /// <summary>The layer sizes and the weights.</summary>
    public NetworkWeights Weights { get; }

    /// <summary>What the Score column holds; <see cref="Query(ReadOnlySpan{float})"/> always gives the raw outputs.</summary>
    public ScoreNormalization ScoreNormalization { get; }

    /// <summary>
    /// How training went, for as long as the model that <c>Fit</c> returned is in memory; null for a model that was loaded
    /// or made from weights.
    /// </summary>
    public TrainingSummary? TrainingSummary { get; }

    DataViewType IValueMapper.InputType => _inputType;

    DataViewType IValueMapper.OutputType => _outputType;

    /// <inheritdoc/>
    protected override PredictionKind PredictionKind => PredictionKind.MulticlassClassification;

    /// <inheritdoc cref="NetworkWeights.Query(ReadOnlySpan{float})"/>
    public float[] Query(ReadOnlySpan<float> features) => Weights.Query(features);

    /// <inheritdoc cref="NetworkWeights.Query(ReadOnlySpan{float}, Span{float})"/>
    public void Query(ReadOnlySpan<float> features, Span<float> scores) => Weights.Query(features, scores);

    /// <inheritdoc cref="NetworkWeights.QueryMany"/>
    public void QueryMany(ReadOnlySpan<float> rows, Span<float> scores, int threads = 1)
        => Weights.QueryMany(rows, scores, threads);

    ValueMapper<TSrc, TDst> IValueMapper.GetMapper<TSrc, TDst>()
    {
        Host.Check(typeof(TSrc) == typeof(VBuffer<float>) && typeof(TDst) == typeof(VBuffer<float>));

        // ML.NET asks for one mapper a cursor and uses it on one thread, so the room to work in can be kept.
        var scratch = new float[Weights.Packed.ScratchLength];
        ValueMapper<VBuffer<float>, VBuffer<float>> mapper =
            (in VBuffer<float> features, ref VBuffer<float> score) => Map(features, scratch, ref score);
        return (ValueMapper<TSrc, TDst>)(Delegate)mapper;
    }

    private void Map(in VBuffer<float> features, Span<float> scratch, ref VBuffer<float> score)
    {
        if (features.Length != Weights.Inputs)
            throw Host.Except($"The model takes {Weights.Inputs} features, but this row has {features.Length}.");

        var editor = VBufferEditor.Create(ref score, Weights.Outputs);
        if (!features.IsDense && !SparseIndices.AreRising(features.GetIndices(), features.Length))
            throw Host.Except($"The indices of a sparse row must rise and be below {features.Length}; this row has others.");
        var values = ScoreNormalizer.ValuesFor(ScoreNormalization);
        if (features.IsDense)
            Weights.Packed.RunOne(features.GetValues(), scratch, editor.Values, values);
        else
            Weights.Packed.RunOne(features.GetIndices(), features.GetValues(), scratch, editor.Values, values);

        ScoreNormalizer.Apply(ScoreNormalization, editor.Values);
        score = editor.Commit();
    }

    /// <inheritdoc/>
    protected override void SaveCore(ModelSaveContext ctx)
    {
        ctx.SetVersionInfo(new VersionInfo(
            modelSignature: ModelSignature,
            verWrittenCur: Version,
            verReadableCur: Version,
            verWeCanReadBack: Version,
            loaderAssemblyName: typeof(SigmoidNetworkModelParameters).Assembly.FullName,
            loaderSignature: LoaderSignature));
        base.SaveCore(ctx);

        // *** Binary format *** (little-endian)
        // int: inputs, int: hidden nodes, int: outputs
        // byte: score normalization
        // float[hidden nodes * inputs]: W1, row-major
        // float[outputs * hidden nodes]: W2, row-major
        ctx.Writer.Write(Weights.Inputs);
        ctx.Writer.Write(Weights.HiddenNodes);
        ctx.Writer.Write(Weights.Outputs);
        ctx.Writer.Write((byte)ScoreNormalization);
        ctx.Writer.WriteSinglesNoCount(Weights.HiddenWeights.Span);
        ctx.Writer.WriteSinglesNoCount(Weights.OutputWeights.Span);
    }

    private static (NetworkWeights Weights, ScoreNormalization ScoreNormalization) ReadBody(BinaryReader reader)
    {
        var (inputs, hidden, outputs) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (inputs < 1 || hidden < 1 || outputs < 1)
            throw new FormatException($"The model file claims a network of {inputs}-{hidden}-{outputs} nodes; it is damaged.");

        var normalization = (ScoreNormalization)reader.ReadByte();
        if (!Enum.IsDefined(normalization))
            throw new LaterModelException($"score normalization {(int)normalization}");

        // Compared before anything is allocated: a damaged file must not ask for gigabytes.
        var stream = reader.BaseStream;
        var needed = sizeof(float) * (((long)hidden * inputs) + ((long)outputs * hidden));
        if (stream.Length - stream.Position < needed)
            throw new FormatException($"The model file claims a network of {inputs}-{hidden}-{outputs} nodes, {needed} bytes of weights, but holds only {stream.Length - stream.Position}; it is damaged.");

        var weights = NetworkWeights.Adopt(
            inputs, hidden, outputs, ReadSingles(reader, hidden * inputs), ReadSingles(reader, outputs * hidden));
        return (weights, normalization);
    }

    private static float[] ReadSingles(BinaryReader reader, int count)
    {
        var values = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static (VectorDataViewType Input, VectorDataViewType Output) TypesOf(NetworkWeights weights)
        => (new(NumberDataViewType.Single, weights.Inputs), new(NumberDataViewType.Single, weights.Outputs));
}
