namespace MlNetDigits;

/// <summary>Four vectors, one after another in memory. Four fields: more would not be kept in registers.</summary>
internal readonly record struct QuadVector<TVector>(TVector A, TVector B, TVector C, TVector D)
    where TVector : struct;
