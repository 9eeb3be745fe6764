using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Training;

/// <summary>
/// The options of <see cref="SigmoidNetworkTrainer"/>. Immutable: <c>options with { Epochs = 10 }</c> makes a variant.
/// </summary>
public sealed record SigmoidNetworkOptions
{
    /// <summary>The defaults: the classic three-layer network, learning record by record.</summary>
    public static SigmoidNetworkOptions Classic { get; } = new();

    /// <summary>
    /// The same network trained as well as we know how, for images of handwritten digits: softmax cross-entropy, Adam in
    /// batches of 128, a rate that falls to nothing, and every image distorted anew each epoch. 30 epochs; more are
    /// better.
    /// </summary>
    public static SigmoidNetworkOptions Accurate { get; } = new()
    {
        UpdateRule = UpdateRule.CrossEntropy,
        Optimizer = Optimizer.Adam,
        Epochs = 30,
        BatchSize = 128,
        LearningRate = 0.003f,
        OutputRateFactor = 3f,
        Schedule = LearningRateSchedule.Cosine,
        Initialization = WeightInitialization.Normal,
        Shuffle = true,
        Distortions = ImageDistortions.Digits,
    };

    /// <summary>The label column, a key. <c>"Label"</c> by default.</summary>
    public string LabelColumnName { get; init; } = DefaultColumnNames.Label;

    /// <summary>The feature column, a known-size vector of <see cref="float"/>. <c>"Features"</c> by default.</summary>
    public string FeatureColumnName { get; init; } = DefaultColumnNames.Features;

    /// <summary>
    /// The number of hidden nodes, at least 1; 200 by default. Where a module is trained, it is the module's: leave it out.
    /// </summary>
    public int HiddenNodes { get; init; } = 200;

    /// <summary>The learning rate, above 0; 0.1 by default.</summary>
    public float LearningRate { get; init; } = 0.1f;

    /// <summary>How often training goes through the data, at least 1; 5 by default.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>
    /// How many records make one update, at least 1; 1 by default, which is online learning. The update of a batch is
    /// the mean of its records' updates at the weights of the batch's start.
    /// </summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>How the weights change; <see cref="UpdateRule.Classic"/> by default.</summary>
    public UpdateRule UpdateRule { get; init; }

    /// <summary>
    /// How an update follows from the gradient; <see cref="Optimizer.Sgd"/> by default. Adam needs a rule that is a gradient.
    /// </summary>
    public Optimizer Optimizer { get; init; }

    /// <summary>
    /// Nesterov's momentum for <see cref="Optimizer.Sgd"/>, at least 0 and below 1; 0 by default. The updates before go on
    /// in it, so that a rate of <c>1 - momentum</c> times that without suits it.
    /// </summary>
    public float Momentum { get; init; }

    /// <summary>
    /// How the learning rate goes on through the run; <see cref="LearningRateSchedule.Constant"/> by default. Any other
    /// needs the data in memory, which tells how long a run is.
    /// </summary>
    public LearningRateSchedule Schedule { get; init; }

    /// <summary>By how much faster the output layer learns than the hidden layer, above 0; 1 by default.</summary>
    public float OutputRateFactor { get; init; } = 1f;

    /// <summary>How the weights are drawn before training; <see cref="WeightInitialization.Uniform"/> by default.</summary>
    public WeightInitialization Initialization { get; init; }

    /// <summary>
    /// What the outputs are trained towards; null, the default, for what suits the rule: 0 and 1 for
    /// <see cref="UpdateRule.CrossEntropy"/>, 0.01 and 0.99 for the others.
    /// </summary>
    public TargetRange? Targets { get; init; }

    /// <summary>
    /// How each image is distorted before it is learned from, if the features are images;
    /// <see cref="ImageDistortions.None"/> by default.
    /// </summary>
    public ImageDistortions Distortions { get; init; } = ImageDistortions.None;

    /// <summary>Whether each epoch sees the records in an order of its own; false by default: the order of the data.</summary>
    public bool Shuffle { get; init; }

    /// <summary>
    /// Whether each epoch reads the data anew, some thousand records at a time, in place of keeping it all in memory;
    /// false by default. Memory then does not grow with the number of records, and each epoch costs a pass over the
    /// data. Shuffling needs the data in memory.
    /// </summary>
    public bool Streaming { get; init; }

    /// <summary>
    /// Weights to continue from, in place of random ones, as in <c>model.LastTransformer.Model.Weights</c>; null by
    /// default. Their number of hidden nodes must be <see cref="HiddenNodes"/>. A module has weights of its own: there
    /// they are a problem.
    /// </summary>
    public NetworkWeights? InitialWeights { get; init; }

    /// <summary>
    /// The threads that batches may use, 1 to 1,000; 1 by default. More than cores bring nothing. Learning record by record
    /// (<see cref="BatchSize"/> 1) is on one thread: two would wait for each other longer than they work. The same data,
    /// options, <c>MLContext</c> seed and number of threads give the same weights to the last bit.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>Which implementation trains; <see cref="TrainingEngine.Auto"/> by default.</summary>
    public TrainingEngine Engine { get; init; }

    /// <summary>
    /// What the Score column of the model holds; null, the default, for what suits the rule: probabilities
    /// (<see cref="ScoreNormalization.Softmax"/>) for <see cref="UpdateRule.CrossEntropy"/>, the raw outputs for the others.
    /// </summary>
    public ScoreNormalization? ScoreNormalization { get; init; }

    /// <summary>
    /// Data to measure each epoch's weights on, with the same label and feature columns as the training data (so
    /// already transformed by what stands before the trainer); null by default. It is never learned from.
    /// </summary>
    public IDataView? ValidationSet { get; init; }

    /// <summary>
    /// The share of the training data to hold back from learning and to measure each epoch's weights on, in (0, 1); null
    /// by default. The seed decides which records. It needs the data in memory and stands in place of
    /// <see cref="ValidationSet"/>.
    /// </summary>
    public double? ValidationFraction { get; init; }

    /// <summary>
    /// After how many epochs without a better one training stops, at least 1; null by default: never. Better is a higher
    /// validation accuracy, or the same with a lower error. The model then has the weights of the best epoch, however
    /// training ended. Stop on data of its own, never on the test data: they would no longer tell how good the model is.
    /// </summary>
    public int? EarlyStoppingPatience { get; init; }

    /// <summary>
    /// Called after each whole epoch, after <see cref="EpochCompleted"/>, with what is needed to take training up again
    /// there (<see cref="CheckpointFile"/> keeps it); null by default.
    /// </summary>
    public Action<TrainingCheckpoint>? CheckpointReached { get; init; }

    /// <summary>
    /// A checkpoint to go on from, in place of the first epoch; null by default. With the data and options of the run
    /// that made it, the weights at the end are those of a run without a break, to the last bit. <see cref="Epochs"/>
    /// counts its epochs too.
    /// </summary>
    public TrainingCheckpoint? ResumeFrom { get; init; }

    /// <summary>
    /// Called after each epoch, and after one that was cut short, on the thread that trains; null by default. Its
    /// answer says whether to go on.
    /// </summary>
    public Func<EpochReport, EpochDecision>? EpochCompleted { get; init; }

    /// <summary>
    /// Told how far training is: at the start and the end of each epoch, and about ten times a second in between; null
    /// by default.
    /// </summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>
    /// Asks training to stop soon. <c>Fit</c> then returns the model as learned so far; it does not throw.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The targets that are used.</summary>
    internal TargetRange UsedTargets
        => Targets ?? (UpdateRule == UpdateRule.CrossEntropy ? TargetRange.OneHot : TargetRange.Classic);

    /// <summary>The normalisation that the model gets.</summary>
    internal ScoreNormalization UsedScoreNormalization
        => ScoreNormalization
            ?? (UpdateRule == UpdateRule.CrossEntropy ? MlNetDigits.ScoreNormalization.Softmax : MlNetDigits.ScoreNormalization.None);

    /// <summary>Whether an update takes more than the gradient of its batch: every weight then moves in each.</summary>
    internal bool HasOptimizerState => Optimizer == Optimizer.Adam || Momentum > 0;

    /// <summary>Everything that is wrong with the options; empty if they can be used.</summary>
    /// <returns>The problems, of each value by itself first, then of values that do not go together.</returns>
    public IReadOnlyList<OptionProblem> FindProblems() =>
    [
        .. TrainerSettings.All
            .Select(setting => (setting.Property, Sentence: setting.FindProblem(setting.Get(this))))
            .Where(problem => problem.Sentence is not null)
            .Select(problem => new OptionProblem(problem.Property, problem.Sentence!)),
        .. FindContradictions(),
        .. ResumeFrom?.FindProblems() ?? [],
    ];

    /// <summary>
    /// Everything that is wrong with the options for training a module of yours; empty if they can be used. Beside what is
    /// always wrong: <see cref="InitialWeights"/>, a <see cref="HiddenNodes"/> or a <see cref="ResumeFrom"/> that does not
    /// fit the module, parameters that are frozen (<c>requires_grad</c>), and with <see cref="TrainingEngine.Torch"/>
    /// parameters that are not float32 in the CPU's memory.
    /// </summary>
    /// <param name="module">The module to train.</param>
    /// <returns>The problems.</returns>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    public IReadOnlyList<OptionProblem> FindProblems(SigmoidModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return [.. ModuleOptions.FindProblems(module, this)];
    }

    private IEnumerable<OptionProblem> FindContradictions()
    {
        if (Streaming && Shuffle)
            yield return new(nameof(Shuffle), $"needs the data in memory; use it without {{{nameof(Streaming)}}}.");
        if (Streaming && Schedule != LearningRateSchedule.Constant)
            yield return new(nameof(Schedule), $"needs to know how many records there are; use it without {{{nameof(Streaming)}}}.");
        if (Optimizer == Optimizer.Adam && UpdateRule == UpdateRule.Classic)
            yield return new(nameof(Optimizer), $"Adam needs a gradient, which the classic rule is not; use another {{{nameof(UpdateRule)}}}.");
        if (Optimizer == Optimizer.Adam && Momentum > 0)
            yield return new(nameof(Momentum), $"is for Sgd; the {{{nameof(Optimizer)}}} Adam has its own.");
        if (ValidationFraction is not null && ValidationSet is not null)
            yield return new(nameof(ValidationFraction), $"and {{{nameof(ValidationSet)}}} cannot both be given; use one.");
        if (ValidationFraction is not null && Streaming)
            yield return new(nameof(ValidationFraction), $"needs the data in memory; use it without {{{nameof(Streaming)}}}, or use {{{nameof(ValidationSet)}}}.");
        if (ResumeFrom is not null && InitialWeights is not null)
            yield return new(nameof(ResumeFrom), $"has weights of its own; use it without {{{nameof(InitialWeights)}}}.");
        if (ResumeFrom is { Optimizer: null } && HasOptimizerState)
            yield return new(nameof(ResumeFrom), $"has no state of an optimizer; go on with the {{{nameof(Optimizer)}}} and the {{{nameof(Momentum)}}} that made it.");
        if (ResumeFrom?.Optimizer is { } state && !state.IsOf(this))
            yield return new(nameof(ResumeFrom), $"has the state of another optimizer; go on with the {{{nameof(Optimizer)}}} and the {{{nameof(Momentum)}}} that made it.");
        if (InitialWeights is { } initial && initial.HiddenNodes != HiddenNodes)
            yield return new(nameof(InitialWeights), $"have {initial.HiddenNodes} hidden nodes, but {{{nameof(HiddenNodes)}}} is {HiddenNodes}; make them equal.");
    }
}
