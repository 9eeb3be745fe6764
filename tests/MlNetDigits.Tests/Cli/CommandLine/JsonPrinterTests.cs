using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Tests.Cli.CommandLine;

public class JsonPrinterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public void Dispose_Object_IsWhatRenderMakesOfTheWhole(int count)
    {
        var output = new StringWriter();
        using (var json = new JsonPrinter(output))
        {
            json.Value("nothing", null);
            json.Value("text", "ä \"b\" <c>");
            json.Values("values", Values());
            json.Value("object", new JsonObject { ["empty"] = new JsonArray() });
        }

        Assert.Equal(
            Json.Render(new JsonObject
            {
                ["nothing"] = null,
                ["text"] = "ä \"b\" <c>",
                ["values"] = new JsonArray([.. Values()]),
                ["object"] = new JsonObject { ["empty"] = new JsonArray() },
            }),
            output.ToString());

        IEnumerable<JsonNode> Values()
            => Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject { ["number"] = number, ["half"] = number / 2.0 });
    }
}
