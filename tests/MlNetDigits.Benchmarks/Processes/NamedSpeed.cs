namespace MlNetDigits.Benchmarks;

/// <summary>How fast one kind of work was in one process.</summary>
/// <param name="What">The work.</param>
/// <param name="Threads">The threads that it was allowed.</param>
/// <param name="Microseconds">The time of a record.</param>
internal sealed record NamedSpeed(string What, int Threads, double Microseconds);
