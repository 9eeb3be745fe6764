namespace MlNetDigits.Training;

/// <summary>What can be done for the next group of records while one is learned from: parts, each on any thread.</summary>
internal interface IGroupPreparation : IPanelWork
{
    /// <summary>The number of parts.</summary>
    int Parts { get; }
}
