using Microsoft.ML.OnnxRuntime;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// The same network in ONNX Runtime, as its documentation recommends for speed: OrtValues on memory of ours, for the
/// scores too, all made beforehand.
/// </summary>
internal static class OnnxScorer
{
    /// <summary>
    /// Another network gives scores that are 0.1 away; two ways of adding up 784 floats are about 1e-6 apart, which the
    /// table shows.
    /// </summary>
    private const double Tolerance = 1e-5;

    public static ScoringMeasurement Run(ScoringSettings settings)
    {
        var task = ScoringTask.Create(settings);
        using var sessionOptions = new SessionOptions
        {
            IntraOpNumThreads = settings.Threads,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        using var session = new InferenceSession(OnnxGraph.Create(task.Weights), sessionOptions);
        using var runOptions = new RunOptions();
        string[] inputNames = [OnnxGraph.Input], outputNames = [OnnxGraph.Output];
        var inputs = Values(task.Rows, settings.Rows, task.Weights.Inputs);
        float[]? boundScores = null;
        OrtValue[][] outputs = [];

        var measured = task.Measure("ONNX Runtime", settings, Pass, ProcessVersions.OnnxRuntime);
        foreach (var value in inputs.Concat(outputs).SelectMany(values => values))
            value.Dispose();
        return measured.Difference <= Tolerance
            ? measured
            : throw new InvalidOperationException($"The scores of ONNX Runtime differ from ours by {measured.Difference}.");

        void Pass(float[] scores)
        {
            if (scores != boundScores)
                (boundScores, outputs) = (scores, Values(scores, settings.Rows, task.Weights.Outputs));
            for (var call = 0; call < inputs.Length; call++)
                session.Run(runOptions, inputNames, inputs[call], outputNames, outputs[call]);
        }
    }

    /// <summary>A value a call, each alone in an array as calls take them.</summary>
    private static OrtValue[][] Values(float[] values, int rows, int columns)
    {
        var length = rows * columns;
        return
        [
            .. Enumerable.Range(0, values.Length / length).Select(call => new[]
            {
                OrtValue.CreateTensorValueFromMemory(
                    OrtMemoryInfo.DefaultInstance, values.AsMemory(call * length, length), [rows, columns]),
            }),
        ];
    }
}
