using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace MlNetDigits.Training;

/// <summary>The records of a sweep, read into memory once and shared by all its runs.</summary>
public sealed class SweepData
{
    private readonly ImmutableArray<string> _classNames;

    private SweepData(TrainingRecords training, TrainingRecords? test, ImageShape? shape, ImmutableArray<string> classNames)
        => (Training, Test, Shape, _classNames) = (training, test, shape, classNames);

    /// <summary>How many records there are to learn from.</summary>
    public int TrainingRows => Training.Count;

    /// <summary>How many records there are to measure on; null without test data.</summary>
    public int? TestRows => Test?.Count;

    internal TrainingRecords Training { get; }

    internal TrainingRecords? Test { get; }

    /// <summary>The shape of the images, if the data tells it.</summary>
    internal ImageShape? Shape { get; }

    /// <summary>Reads data into memory. Rows that trainers leave out are left out, with a warning in ML.NET's log.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="training">The records to learn from, as the trainer takes them: scaled, with a key label.</param>
    /// <param name="test">
    /// The records to measure on; null if the sweep measures on records held back from the training data.
    /// </param>
    /// <param name="labelColumnName">The label column, a key.</param>
    /// <param name="featureColumnName">The feature column, a known-size vector of <see cref="float"/>.</param>
    /// <returns>The records.</returns>
    /// <exception cref="InvalidOperationException">A part has no usable records, or the two do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of another type.</exception>
    public static SweepData Read(
        MLContext mlContext,
        IDataView training,
        IDataView? test = null,
        string labelColumnName = DefaultColumnNames.Label,
        string featureColumnName = DefaultColumnNames.Features)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentNullException.ThrowIfNull(training);
        var host = ((IHostEnvironment)mlContext).Register(nameof(SweepData));
        using var channel = host.Start("Reading");
        var roles = new RoleMappedData(training, labelColumnName, featureColumnName);
        roles.CheckMulticlassLabel(out var known);
        var learned = Read(host, channel, roles, known, "training");
        var names = ClassNames.Of(roles.Schema.Label!.Value, known);
        if (test is null)
            return new SweepData(learned, test: null, ImageShapes.ToldBy(roles), names);

        var (matched, classes) = MeasuredClasses.Match(new RoleMappedData(test, labelColumnName, featureColumnName), roles, "test data");
        var measured = Read(host, channel, matched, classes, "test");
        return (learned.Features, learned.Classes) == (measured.Features, measured.Classes)
            ? new SweepData(learned, measured, ImageShapes.ToldBy(roles), names)
            : throw channel.Except($"The test data has {measured.Features} features and {measured.Classes} classes, but the training data has {learned.Features} and {learned.Classes}.");
    }

    /// <summary>What should be known of the records before networks are trained on them; null for nothing.</summary>
    internal string? FindProblem(SigmoidNetworkOptions options)
        => OrderCheck.FindProblem(RecordBlock.All(Training), options, _classNames);

    private static TrainingRecords Read(IHost host, IChannel channel, RoleMappedData data, int classes, string part)
    {
        data.CheckFeatureFloatVector(out var features);
        var records = RecordReader.Read(host, warning => channel.Warning(warning), data, features, classes);
        return records.Count > 0 ? records : throw channel.Except($"The {part} data has no usable records.");
    }
}
