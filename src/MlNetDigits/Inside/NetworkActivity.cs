namespace MlNetDigits;

/// <summary>What a network's nodes put out over some records.</summary>
/// <param name="Records">The number of records that were measured.</param>
/// <param name="RecordsLeftOut">The number of records left out because a feature is not a number.</param>
/// <param name="Hidden">The hidden nodes.</param>
/// <param name="Output">The output nodes.</param>
public sealed record NetworkActivity(long Records, long RecordsLeftOut, LayerActivity Hidden, LayerActivity Output);
