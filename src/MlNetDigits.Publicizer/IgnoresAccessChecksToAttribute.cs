namespace System.Runtime.CompilerServices;

/// <summary>
/// Read by the runtime (CoreCLR; not Mono): the assembly that carries it may use the internals of the named one.
/// The runtime goes by the full name, so any assembly may define the class.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    /// <summary>The assembly whose internals may be used.</summary>
    public string AssemblyName { get; } = assemblyName;
}
