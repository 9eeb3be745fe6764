using System.Reflection;
using Microsoft.ML;

namespace MlNetDigits.Tests.Support;

/// <summary>
/// <c>SchemaShape.Create</c>, which ML.NET keeps internal. The tests compile against the real ML.NET, as users do, so
/// they reach it by reflection.
/// </summary>
internal static class SchemaShapes
{
    private static readonly Func<DataViewSchema, SchemaShape> Create = typeof(SchemaShape)
        .GetMethod(nameof(Create), BindingFlags.Static | BindingFlags.NonPublic)!
        .CreateDelegate<Func<DataViewSchema, SchemaShape>>();

    public static SchemaShape Of(DataViewSchema schema) => Create(schema);
}
