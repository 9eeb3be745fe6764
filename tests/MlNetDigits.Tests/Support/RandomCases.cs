using CsCheck;

namespace MlNetDigits.Tests.Support;

/// <summary>
/// Tests properties on cases that are drawn, by default the same ones in each run: a change must not fail by an unlucky
/// draw. With <c>CsCheck_Iter</c>, <c>CsCheck_Time</c> or <c>CsCheck_Seed</c> in the environment CsCheck draws others each
/// time, as many as wanted.
/// </summary>
internal static class RandomCases
{
    private const int UsualCount = 100;
    private const ulong Seed = 20_251_201;

    private static readonly bool AreOthersWanted = new[] { "CsCheck_Iter", "CsCheck_Time", "CsCheck_Seed" }
        .Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });

    /// <summary>Asserts something of each case.</summary>
    public static void ForAll<T>(this Gen<T> cases, Action<T> assert, int count = UsualCount)
    {
        if (AreOthersWanted)
        {
            cases.Sample(assert);
            return;
        }

        for (var i = 0u; i < count; i++)
        {
            var random = new PCG(i, Seed);
            var seed = random.ToString(random.State);
            try
            {
                assert(cases.Generate(random, null, out _));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // CsCheck repeats the case and looks for a smaller one that fails too.
                cases.Sample(assert, seed: seed, iter: UsualCount);
                throw;
            }
        }
    }

    /// <summary>Asserts something of each case.</summary>
    public static void ForAll<T>(this Gen<T> cases, Func<T, bool> isTrue, int count = UsualCount)
        => cases.ForAll(made => Assert.True(isTrue(made), $"It does not hold for {made}."), count);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    public static void ForAll<T1, T2>(this Gen<(T1, T2)> cases, Action<T1, T2> assert, int count = UsualCount)
        => cases.ForAll(made => assert(made.Item1, made.Item2), count);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    public static void ForAll<T1, T2>(this Gen<(T1, T2)> cases, Func<T1, T2, bool> isTrue, int count = UsualCount)
        => cases.ForAll(made => isTrue(made.Item1, made.Item2), count);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    public static void ForAll<T1, T2, T3>(this Gen<(T1, T2, T3)> cases, Action<T1, T2, T3> assert, int count = UsualCount)
        => cases.ForAll(made => assert(made.Item1, made.Item2, made.Item3), count);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    public static void ForAll<T1, T2, T3>(this Gen<(T1, T2, T3)> cases, Func<T1, T2, T3, bool> isTrue, int count = UsualCount)
        => cases.ForAll(made => isTrue(made.Item1, made.Item2, made.Item3), count);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    public static void ForAll<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> cases, Action<T1, T2, T3, T4> assert, int count = UsualCount)
        => cases.ForAll(made => assert(made.Item1, made.Item2, made.Item3, made.Item4), count);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    public static void ForAll<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> cases, Func<T1, T2, T3, T4, bool> isTrue, int count = UsualCount)
        => cases.ForAll(made => isTrue(made.Item1, made.Item2, made.Item3, made.Item4), count);

    /// <inheritdoc cref="ForAll{T}(Gen{T}, Action{T}, int)"/>
    public static void ForAll<T1, T2, T3, T4, T5, T6>(this Gen<(T1, T2, T3, T4, T5, T6)> cases, Action<T1, T2, T3, T4, T5, T6> assert, int count = UsualCount)
        => cases.ForAll(made => assert(made.Item1, made.Item2, made.Item3, made.Item4, made.Item5, made.Item6), count);
}
