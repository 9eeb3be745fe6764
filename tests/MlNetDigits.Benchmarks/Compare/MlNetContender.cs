using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.LightGbm;

namespace MlNetDigits.Benchmarks;

/// <summary>ML.NET's own multiclass trainers on the same view, with their defaults except for the threads.</summary>
internal static class MlNetContender
{
    public static Measurement Sdca(CompareSettings settings) => Run(
        "ML.NET, SdcaMaximumEntropy",
        settings,
        cache: true,
        trainers => trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = settings.Threads }));

    public static Measurement Lbfgs(CompareSettings settings) => Run(
        "ML.NET, LbfgsMaximumEntropy",
        settings,
        cache: true,
        trainers => trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = settings.Threads }));

    // It goes through the view once, into memory of its own, which is part of its training: a cache would only add
    // to its memory.
    public static Measurement LightGbm(CompareSettings settings) => Run(
        "ML.NET, LightGbm",
        settings,
        cache: false,
        trainers => trainers.LightGbm(new LightGbmMulticlassTrainer.Options { NumberOfThreads = settings.Threads }),
        ProcessVersions.LightGbm);

    private static Measurement Run<TTransformer>(
        string contender,
        CompareSettings settings,
        bool cache,
        Func<MulticlassClassificationCatalog.MulticlassClassificationTrainers, IEstimator<TTransformer>> createTrainer,
        params ReadOnlySpan<string> packages)
        where TTransformer : class, ITransformer
    {
        var ml = new MLContext(seed: 1);
        var raw = MlNetData.Open(ml, settings.Data, DigitPart.Train, settings.Records);
        var scaling = ml.Transforms.ScalePixels().Fit(raw);
        var scaled = scaling.Transform(raw);
        if (cache)
        {
            scaled = ml.Data.Cache(scaled, DefaultColumnNames.Label, DefaultColumnNames.Features);
            FillCache(scaled);
        }

        var trainer = createTrainer(ml.MulticlassClassification.Trainers);
        TTransformer? learned = null;
        var run = TrainingRun.Measure(() => learned = trainer.Fit(scaled));

        var model = new TransformerChain<ITransformer>(scaling, learned!);
        var accuracy = MlNetData.TestAccuracy(ml, model, settings.Data);
        return Measurement.Create(
            contender, settings, ownPace: true, run, accuracy, [ProcessVersions.MlNet, .. packages]);
    }

    /// <summary>Goes through the view once, so that training finds its data in memory.</summary>
    private static void FillCache(IDataView view)
    {
        using var cursor = view.GetRowCursor(view.Schema);
        var label = cursor.GetGetter<uint>(view.Schema[DefaultColumnNames.Label]);
        var features = cursor.GetGetter<VBuffer<float>>(view.Schema[DefaultColumnNames.Features]);
        var (key, buffer) = (0u, default(VBuffer<float>));
        while (cursor.MoveNext())
        {
            label(ref key);
            features(ref buffer);
        }
    }
}
