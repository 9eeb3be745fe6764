namespace MlNetDigits.Training;

/// <summary>The numbers of one step of Adam.</summary>
/// <param name="Rate">The learning rate, corrected for the first moment's start.</param>
/// <param name="Beta1">What is kept of the first moment.</param>
/// <param name="Rest1">What of a gradient goes into it: 1 - beta1, rounded once.</param>
/// <param name="Beta2">What is kept of the second moment.</param>
/// <param name="Rest2">What of a square goes into it.</param>
/// <param name="SecondScale">What corrects the root of the second moment for its start.</param>
/// <param name="Epsilon">What keeps it from 0.</param>
internal readonly record struct AdamStep(
    float Rate, float Beta1, float Rest1, float Beta2, float Rest2, float SecondScale, float Epsilon);
