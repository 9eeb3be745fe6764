using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace MlNetDigits.Training;

/// <summary>
/// The <see cref="IEstimator{TTransformer}"/> for training a three-layer sigmoid network with stochastic gradient
/// descent to predict a target of several classes.
/// </summary>
/// <remarks>
/// <para>
/// To create this trainer, use
/// <c>mlContext.MulticlassClassification.Trainers.SigmoidNetwork</c> (<see cref="SigmoidNetworkCatalog"/>).
/// </para>
/// <para><b>Input and output columns</b></para>
/// <para>
/// The input label column must be of <see cref="KeyDataViewType"/> and the feature column a known-size vector of
/// <see cref="float"/>, dense or sparse. The trainer adds these columns:
/// </para>
/// <list type="table">
/// <listheader><term>Column</term><description>Type and meaning</description></listheader>
/// <item><term><c>Score</c></term><description>
/// Vector of <see cref="float"/>, one a class: the outputs of the network, each in (0, 1). They do not sum to 1 unless
/// <see cref="SigmoidNetworkOptions.ScoreNormalization"/> asks for it; trained by cross-entropy they do, as
/// probabilities. The label's values are its training label values, and, if they are text, its slot names.
/// </description></item>
/// <item><term><c>PredictedLabel</c></term><description>
/// Key with the label's key values: the class with the highest score.
/// </description></item>
/// </list>
/// <para><b>Trainer characteristics</b></para>
/// <list type="table">
/// <item><term>Machine learning task</term><description>Multiclass classification</description></item>
/// <item><term>Is normalization required?</term><description>Yes: features of about 0 to 1, as from <c>ScalePixels</c> or <c>NormalizeMinMax</c></description></item>
/// <item><term>Is caching required?</term><description>No: the data is read once and kept in memory, unless <see cref="SigmoidNetworkOptions.Streaming"/> asks for a pass each epoch</description></item>
/// <item><term>Required NuGet in addition to Microsoft.ML</term><description>MlNetDigits.Training to train, with TorchSharp-cpu for the Torch engine or a module of yours (<see cref="SigmoidModule"/>); MlNetDigits to use the model</description></item>
/// <item><term>Exportable to ONNX</term><description>No</description></item>
/// </list>
/// <para><b>Training algorithm details</b></para>
/// <para>
/// The network has a layer of hidden nodes and a layer of outputs, one a class, without biases:
/// <c>h = s(W1 x)</c>, <c>o = s(W2 h)</c>, where <c>s(z) = 1 / (1 + exp(-z))</c>. Each record is shown to the network
/// with a target of 0.99 for its class and 0.01 for the others, and the weights are changed at once (online learning)
/// or by the mean over a batch, by one of the rules of <see cref="UpdateRule"/>. For
/// <see cref="UpdateRule.CrossEntropy"/> the outputs are a softmax while training, and the targets 1 and 0.
/// </para>
/// <para>
/// A step can be made with Nesterov's momentum or by Adam (<see cref="Optimizer"/>), at a rate that falls in the course of
/// the run (<see cref="LearningRateSchedule"/>) and that is another for the output layer. Images can be distorted anew in
/// each epoch (<see cref="ImageDistortions"/>). <see cref="SigmoidNetworkOptions.Accurate"/> has all of this set for
/// handwritten digits: about 99 % of MNIST after 30 epochs, where the defaults get 97 %.
/// </para>
/// <para>
/// The random numbers come from a generator of the trainer's own, seeded by <see cref="MLContext"/>'s seed: the same
/// data, options, seed and number of threads give the same weights to the last bit.
/// </para>
/// </remarks>
public sealed class SigmoidNetworkTrainer
    : TrainerEstimatorBase<MulticlassPredictionTransformer<SigmoidNetworkModelParameters>, SigmoidNetworkModelParameters>
{
    internal const string LoadNameValue = "SigmoidNetwork";

    // Enough that laying out the weights for the engine, once a block, costs next to nothing.
    private const int StreamedRecords = 8192;

    private readonly ModuleTraining? _own;

    internal SigmoidNetworkTrainer(IHostEnvironment env, SigmoidNetworkOptions options, SigmoidModule? module = null)
        : base(
            Contracts.CheckRef(env, nameof(env)).Register(LoadNameValue),
            TrainerUtils.MakeR4VecFeature(Checked(options, module).FeatureColumnName),
            TrainerUtils.MakeU4ScalarColumn(options.LabelColumnName))
    {
        _own = module is null ? null : ModuleTraining.From(module);
        Options = module is null ? options : ModuleOptions.For(module, options);
    }

    /// <summary>The options; with a module of yours, <see cref="SigmoidNetworkOptions.HiddenNodes"/> is the module's.</summary>
    public SigmoidNetworkOptions Options { get; }

    /// <summary>What the trainer wants of its data and offers beside training.</summary>
    public override TrainerInfo Info { get; } = new(
        normalization: true, caching: false, supportValid: true, supportIncrementalTrain: true);

    /// <inheritdoc/>
    protected override PredictionKind PredictionKind => PredictionKind.MulticlassClassification;

    /// <summary>Trains, and measures each epoch's weights on a validation set.</summary>
    /// <param name="trainData">The data to learn from.</param>
    /// <param name="validationData">The data to measure on, in place of <see cref="SigmoidNetworkOptions.ValidationSet"/>.</param>
    /// <returns>The transformer that scores.</returns>
    public MulticlassPredictionTransformer<SigmoidNetworkModelParameters> Fit(
        IDataView trainData, IDataView validationData)
        => TrainTransformer(trainData, validationData);

    /// <summary>Continues training from a model.</summary>
    /// <param name="trainData">The data to learn from.</param>
    /// <param name="modelParameters">
    /// The model to continue from, in place of <see cref="SigmoidNetworkOptions.InitialWeights"/> and of a module's weights.
    /// </param>
    /// <returns>The transformer that scores.</returns>
    public MulticlassPredictionTransformer<SigmoidNetworkModelParameters> Fit(
        IDataView trainData, SigmoidNetworkModelParameters modelParameters)
        => TrainTransformer(trainData, initPredictor: modelParameters);

    /// <inheritdoc/>
    protected override SchemaShape.Column[] GetOutputColumnsCore(SchemaShape inputSchema)
    {
        inputSchema.TryFindColumn(LabelColumn.Name, out var label);
        var keyValues = label.Annotations.Where(annotation => annotation.Name == AnnotationUtils.Kinds.KeyValues);
        return
        [
            new SchemaShape.Column(
                DefaultColumnNames.Score,
                SchemaShape.Column.VectorKind.Vector,
                NumberDataViewType.Single,
                isKey: false,
                new SchemaShape(AnnotationUtils.AnnotationsForMulticlassScoreColumn(label))),
            new SchemaShape.Column(
                DefaultColumnNames.PredictedLabel,
                SchemaShape.Column.VectorKind.Scalar,
                NumberDataViewType.UInt32,
                isKey: true,
                new SchemaShape(keyValues.Concat(AnnotationUtils.GetTrainerOutputAnnotation()))),
        ];
    }

    /// <inheritdoc/>
    protected override MulticlassPredictionTransformer<SigmoidNetworkModelParameters> MakeTransformer(
        SigmoidNetworkModelParameters model, DataViewSchema trainSchema)
        => new(Host, model, trainSchema, FeatureColumn.Name, LabelColumn.Name);

    /// <inheritdoc/>
    protected override SigmoidNetworkModelParameters TrainModelCore(TrainContext trainContext)
    {
        if (Options.Engine == TrainingEngine.Torch)
            TorchNative.EnsureLoaded();
        _own?.Check(Options);
        using var channel = Host.Start("Training");
        using var progress = new ProgressReporter(Host, Options);
        var warnings = new List<string>();
        var task = Prepare(channel, trainContext, Warn);
        var (weights, summary) = _own is null ? Train() : _own.Run(Train);
        if (summary.StopReason != StopReason.EpochsCompleted)
            channel.Info($"Training ended early: {summary.StopReason}. The weights are kept as learned so far.");
        foreach (var warning in summary.Warnings)
            Warn(warning);
        return new SigmoidNetworkModelParameters(
            Host, weights, Options.UsedScoreNormalization, summary with { Warnings = [.. warnings] });

        (NetworkWeights Weights, TrainingSummary Summary) Train()
            => TrainingLoop.Run(task, progress.Report, report => Log(channel, report), Host.CheckAlive);

        void Warn(string warning)
        {
            channel.Warning(warning);
            warnings.Add(warning);
        }
    }

    private TrainingTask Prepare(IChannel channel, TrainContext context, Action<string> warn)
    {
        context.TrainingSet.CheckFeatureFloatVector(out var features);
        context.TrainingSet.CheckMulticlassLabel(out var classes);
        if ((long)Options.HiddenNodes * Math.Max(features, classes) > LayerLimit.MostWeights)
            throw channel.Except($"{features} features, {Options.HiddenNodes} hidden nodes and {classes} classes need more weights than a tensor can hold here; use fewer hidden nodes.");

        var seed = Options.ResumeFrom?.Seed ?? ((IHostEnvironmentInternal)Host).Seed ?? Random.Shared.Next();
        if (Options.ValidationFraction is not null && context.ValidationSet is not null)
            throw channel.Except($"A validation set was given, and {nameof(Options.ValidationFraction)} too; use one.");
        if (Options.ResumeFrom is not null && context.InitialPredictor is not null)
            throw channel.Except($"A model to continue from was given, and {nameof(Options.ResumeFrom)} too; use one.");
        var told = ImageShapes.ToldBy(context.TrainingSet);
        if (ImageShapes.FindProblem(Options.Distortions, told, features) is { } problem)
            throw channel.Except(problem);
        var names = ClassNames.OfKey(context.TrainingSet.Schema.Label!.Value);
        CheckResumed(names);
        var start = StartFrom(context, features, classes, seed);
        var (source, held) = Open(channel, warn, context.TrainingSet, features, classes, seed);
        var validation = held ?? ReadValidation(channel, warn, context, features, classes);
        if (Options.EarlyStoppingPatience is not null && validation is null)
            throw channel.Except($"Early stopping needs a {nameof(Options.ValidationSet)} or a {nameof(Options.ValidationFraction)}.");

        channel.Info($"{source.Count?.ToString(CultureInfo.InvariantCulture) ?? "Streamed"} records, {features}-{Options.HiddenNodes}-{classes} nodes, seed {seed}. {EngineFactory.Describe(Options)}");
        return new TrainingTask(Options, source, validation, start, seed)
        {
            Module = _own?.Module,
            Shape = ImageShapes.Used(Options.Distortions, told),
            ClassNames = names,
        };
    }

    private (ITrainingSource Source, RecordBlock? Held) Open(
        IChannel channel, Action<string> warn, RoleMappedData data, int features, int classes, int seed)
    {
        var names = ClassNames.Of(data.Schema.Label!.Value, classes);
        if (!Options.Streaming)
        {
            var records = RecordReader.Read(Host, warn, data, features, classes);
            if (records.Count == 0)
                throw channel.Except(TrainingLoop.NoRecordsMessage);
            var (training, held) = Options.ValidationFraction is { } fraction
                ? ValidationSplit.Draw(records, fraction, seed)
                : (RecordBlock.All(records), null);
            if (OrderCheck.FindProblem(training, Options, names) is { } problem)
                warn(problem);
            return (new MemorySource(training), held);
        }

        // Whole batches, or the last batch of each block would be smaller than the others.
        var recordsPerBlock = (int)Math.Min(
            int.MaxValue, (StreamedRecords + (long)Options.BatchSize - 1) / Options.BatchSize * Options.BatchSize);
        var passes = 0;
        return (new StreamSource(ReadPass), null);

        IEnumerable<TrainingRecords> ReadPass()
        {
            var isFirst = passes++ == 0;
            var blocks = RecordReader.ReadBlocks(Host, isFirst ? warn : _ => { }, data, features, classes, recordsPerBlock);
            return isFirst ? OrderCheck.Watch(blocks, recordsPerBlock, names, warn) : blocks;
        }
    }

    private RecordBlock? ReadValidation(
        IChannel channel, Action<string> warn, TrainContext context, int features, int classes)
    {
        var data = context.ValidationSet ?? (Options.ValidationSet is null ? null : MakeRoles(Options.ValidationSet));
        if (data is null)
            return null;

        data.CheckFeatureFloatVector(out var validationFeatures);
        (data, var validationClasses) = MeasuredClasses.Match(data, context.TrainingSet, "validation set");
        if ((validationFeatures, validationClasses) != (features, classes))
            throw channel.Except($"The validation set has {validationFeatures} features and {validationClasses} classes, but the training set has {features} and {classes}.");

        var records = RecordReader.Read(Host, warn, data, features, classes);
        return records.Count > 0 ? RecordBlock.All(records) : throw channel.Except("The validation set has no usable records.");
    }

    // Weights say which output is which class by its place alone.
    private void CheckResumed(ImmutableArray<string>? names)
    {
        if (Options.ResumeFrom?.ClassNames is { } before && names is { } now && !before.SequenceEqual(now))
            throw Host.Except($"The checkpoint to go on from is of the classes {ClassNames.Listed(before)}, in this order, but those of the data are {ClassNames.Listed(now)}; give the data of that run, with its keys.");
    }

    private NetworkWeights StartFrom(TrainContext context, int features, int classes, int seed)
    {
        if (_own is not null && (_own.Start.Inputs, _own.Start.Outputs) != (features, classes))
            throw Host.Except($"The module has {_own.Start.Sizes} nodes, but the data has {features} features and {classes} classes.");

        var initial = Options.ResumeFrom?.Weights
            ?? (context.InitialPredictor as SigmoidNetworkModelParameters)?.Weights
            ?? _own?.Start
            ?? Options.InitialWeights;
        if (initial is null)
            return WeightInitializer.Draw(features, Options.HiddenNodes, classes, Options.Initialization, seed);

        var expected = new NetworkSizes(features, Options.HiddenNodes, classes);
        if (initial.Sizes != expected)
            throw Host.Except($"The model to continue from has {initial.Sizes} nodes, but the data and the options ask for {expected}.");
        return initial;
    }

    private static void Log(IChannel channel, EpochReport report)
    {
        var validation = report.Validation is { } measured
            ? string.Create(CultureInfo.InvariantCulture, $", validation accuracy {measured.MicroAccuracy:F4}, error {measured.Error:F5}")
            : "";
        channel.Info(string.Create(
            CultureInfo.InvariantCulture,
            $"Epoch {report.Epoch}: {report.RecordsSeen} records seen, training error {report.TrainingError:F5}{validation}, {report.Duration.TotalSeconds:F2} s."));
    }

    private static SigmoidNetworkOptions Checked(SigmoidNetworkOptions options, SigmoidModule? module)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (module is null ? options.FindProblems() : options.FindProblems(module)) is { Count: > 0 } problems
            ? throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options))
            : options;
    }
}
