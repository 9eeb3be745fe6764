using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetDigits;

/// <summary>Renders a confusion matrix as JSON.</summary>
public static class ConfusionJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The matrix as an indented document.</summary>
    /// <param name="confusion">The counts.</param>
    /// <returns>The document, without a line feed at its end.</returns>
    public static string Render(ConfusionCounts confusion) => ToNode(confusion).ToJsonString(Indented);

    /// <summary>The matrix as a node, to be part of a larger document.</summary>
    /// <param name="confusion">The counts.</param>
    /// <returns>
    /// <c>classNames</c>; <c>rowsAreTrueClasses</c>, the counts; <c>rowPercentages</c>, null in a row without records.
    /// </returns>
    public static JsonObject ToNode(ConfusionCounts confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        var classes = Enumerable.Range(0, confusion.ClassNames.Length);
        return new JsonObject
        {
            ["classNames"] = new JsonArray([.. confusion.ClassNames.Select(name => JsonValue.Create(name))]),
            ["rowsAreTrueClasses"] = new JsonArray(
                [.. confusion.Rows.Select(row => new JsonArray([.. row.Select(count => JsonValue.Create(count))]))]),
            ["rowPercentages"] = new JsonArray(
                [.. classes.Select(i => new JsonArray([.. classes.Select(j => Percentage(confusion.Share(i, j)))]))]),
        };
    }

    // JSON has no NaN.
    private static JsonValue? Percentage(double share) => double.IsNaN(share) ? null : JsonValue.Create(100 * share);
}
