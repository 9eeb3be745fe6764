using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>An epoch for an engine, without all that belongs to a run.</summary>
internal static class EngineWork
{
    /// <summary>An epoch at one learning rate.</summary>
    public static EpochWork Of(TrainingRecords records, int[] order, float rate)
        => new(records, order, new RateCourse(rate, LearningRateSchedule.Constant, Records: 0));
}
