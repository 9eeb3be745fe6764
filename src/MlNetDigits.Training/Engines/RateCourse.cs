namespace MlNetDigits.Training;

/// <summary>The learning rate at each point of a run.</summary>
/// <param name="Rate">The rate to begin with.</param>
/// <param name="Schedule">How it goes on.</param>
/// <param name="Records">The records of the whole run, those of each epoch counted again; it only matters where the rate changes.</param>
internal readonly record struct RateCourse(float Rate, LearningRateSchedule Schedule, long Records)
{
    private const double StepFactor = 0.1;

    /// <summary>The rate of the next record.</summary>
    /// <param name="seen">How many records were seen in the run so far.</param>
    public float At(long seen) => Schedule switch
    {
        LearningRateSchedule.Cosine => (float)(Rate * (1 + Math.Cos(Math.PI * Done(seen))) / 2),
        LearningRateSchedule.Step => Done(seen) < 0.5 ? Rate : (float)(Rate * (Done(seen) < 0.75 ? StepFactor : StepFactor * StepFactor)),
        _ => Rate,
    };

    private double Done(long seen) => (double)seen / Records;
}
