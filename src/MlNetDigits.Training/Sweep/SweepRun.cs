namespace MlNetDigits.Training;

/// <summary>One training of a sweep, for as many epochs as the grid has at most.</summary>
/// <param name="HiddenNodes">The number of hidden nodes.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Seed">Decides every random number, as <c>MLContext</c>'s seed does.</param>
public sealed record SweepRun(int HiddenNodes, float LearningRate, int Seed);
