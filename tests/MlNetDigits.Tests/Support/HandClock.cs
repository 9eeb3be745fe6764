namespace MlNetDigits.Tests.Support;

/// <summary>A clock that stands still unless it is moved by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves it.</summary>
    public void Advance(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;

    /// <inheritdoc/>
    public override long GetTimestamp() => _ticks;
}
