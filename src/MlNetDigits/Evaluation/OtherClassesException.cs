namespace MlNetDigits;

/// <summary>Labels are of other classes than those that they are compared with.</summary>
/// <param name="message">A sentence that names the classes of both.</param>
internal sealed class OtherClassesException(string message) : InvalidOperationException(message);
