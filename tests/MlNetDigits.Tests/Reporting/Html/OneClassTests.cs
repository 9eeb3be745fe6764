using Microsoft.ML;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Html;

/// <summary>The page of what has but one class.</summary>
public class OneClassTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Render_ModelOfOneClass_HasAPage()
    {
        var data = NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(50, 1));

        Assert.Contains(">one<", Page(NamedRecords.Trainer(_ml).Fit(data), data), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_DataOfOneClass_HasAPage()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(20, 1, 2, 0)));

        Assert.Contains(">two<", Page(model, NamedRecords.Keyed(_ml, "Word", 1, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ClassesThatTheModelDoesNotKnow_NamesThem()
    {
        var model = NamedRecords.Trainer(_ml).Fit(NamedRecords.Keyed(_ml, "Word", NamedRecords.Repeat(20, 1, 2)));

        Assert.Contains(
            "of a class that the model does not know (zero, four) count as wrong",
            Page(model, NamedRecords.Keyed(_ml, "Word", 1, 0, 4, 2)),
            StringComparison.Ordinal);
    }

    private string Page(ITransformer model, IDataView data) => HtmlReport.Render(ReportContent.Measure(_ml, model, data, "Page"));
}
