namespace MlNetDigits.Benchmarks;

/// <summary>Our scoring: a row at a time, many at once, and through ML.NET.</summary>
internal static class OurScorer
{
    public static ScoringMeasurement Query(ScoringSettings settings)
    {
        var task = ScoringTask.Create(settings);
        var weights = task.Weights;
        return task.Measure("MlNetDigits, Query", settings, Pass, ProcessVersions.MlNet);

        void Pass(float[] scores)
        {
            for (var row = 0; row < ScoringTask.Count; row++)
            {
                weights.Query(
                    task.Rows.AsSpan(row * weights.Inputs, weights.Inputs),
                    scores.AsSpan(row * weights.Outputs, weights.Outputs));
            }
        }
    }

    public static ScoringMeasurement QueryMany(ScoringSettings settings)
    {
        var task = ScoringTask.Create(settings);
        var weights = task.Weights;
        return task.Measure("MlNetDigits, QueryMany", settings, Pass, ProcessVersions.MlNet);

        void Pass(float[] scores)
        {
            for (var row = 0; row < ScoringTask.Count; row += settings.Rows)
            {
                weights.QueryMany(
                    task.Rows.AsSpan(row * weights.Inputs, settings.Rows * weights.Inputs),
                    scores.AsSpan(row * weights.Outputs, settings.Rows * weights.Outputs),
                    settings.Threads);
            }
        }
    }

    /// <summary>Raw pixels in: here scaling is part of scoring.</summary>
    public static ScoringMeasurement Predict(ScoringSettings settings)
    {
        var task = ScoringTask.Create(settings);
        using var engine = task.Ml.Model.CreatePredictionEngine<PixelsRow, ScoresRow>(task.Model);
        PixelsRow[] questions = [.. task.Digits.Select(ToQuestion)];
        var answer = new ScoresRow();
        return task.Measure("MlNetDigits, PredictionEngine", settings, Pass, ProcessVersions.MlNet);

        void Pass(float[] scores)
        {
            for (var row = 0; row < questions.Length; row++)
            {
                engine.Predict(questions[row], ref answer);
                answer.Score.CopyTo(scores, row * answer.Score.Length);
            }
        }
    }

    private static PixelsRow ToQuestion(DigitRecord digit)
        => new() { Pixels = [.. digit.Pixels.ToArray().Select(pixel => (float)pixel)] };
}
