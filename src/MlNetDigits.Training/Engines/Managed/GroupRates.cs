namespace MlNetDigits.Training;

/// <summary>The learning rates of a group of records.</summary>
/// <param name="Course">The rates of the run.</param>
/// <param name="Seen">How many records the run has seen before the group.</param>
internal readonly record struct GroupRates(RateCourse Course, long Seen)
{
    /// <summary>The rate of a record of the group.</summary>
    public float At(int record) => Course.At(Seen + record);
}
