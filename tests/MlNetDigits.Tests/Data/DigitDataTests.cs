using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

public sealed class DigitDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new(seed: 1);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Kinds => ["csv", "idx"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_AnyKind_LabelIsKeyOfTheTenDigitsInOrder(string kind)
    {
        var schema = DigitData.Load(_ml, Write(kind, 3)).View.Schema;

        var names = default(VBuffer<ReadOnlyMemory<char>>);
        schema["Label"].GetKeyValues(ref names);
        Assert.Equal(10UL, Assert.IsType<KeyDataViewType>(schema["Label"].Type).Count);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], names.DenseValues().Select(name => $"{name}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_AnyKind_HasTwoColumnsAndPixelsOfKnownSize(string kind)
    {
        var schema = DigitData.Load(_ml, Write(kind, 3)).View.Schema;

        Assert.Equal(["Label", "Pixels"], schema.Select(column => column.Name).Order());
        var type = Assert.IsType<VectorDataViewType>(schema["Pixels"].Type);
        Assert.Equal(784, type.Size);
        Assert.Equal(NumberDataViewType.Single, type.ItemType);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_AnyKind_RowsAreTheDigitsOfTheFile(string kind)
    {
        var data = DigitData.Load(_ml, Write(kind, 25));

        AssertRows(DigitFiles.Records(25), data.View);
        Assert.Equal(25, data.Counts.Rows);
        Assert.Equal([3, 3, 3, 3, 3, 2, 2, 2, 2, 2], data.Counts.PerClass.AsEnumerable());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_RowsReadTwice_AreTheSame(string kind)
    {
        var view = DigitData.Load(_ml, Write(kind, 25)).View;

        AssertRows(DigitFiles.Records(25), view);
        AssertRows(DigitFiles.Records(25), view);
    }

    [Fact]
    public void Load_Idx_FilesAreNotNeededAgain()
    {
        var source = DigitFiles.WriteIdx(_folder, 25);
        var view = DigitData.Load(_ml, source).View;
        File.Delete(source.Images);

        AssertRows(DigitFiles.Records(25), view);
    }

    [Fact]
    public void FromRecords_ColumnThatWasNotAskedFor_IsRefused()
    {
        var view = DigitData.FromRecords(_ml, DigitFiles.Records(1));
        using var cursor = view.GetRowCursor([view.Schema["Label"]]);

        Assert.Throws<ArgumentOutOfRangeException>(() => cursor.GetGetter<VBuffer<float>>(view.Schema["Pixels"]));
    }

    [Fact]
    public void FromRecords_OtherTypeThanTheColumns_IsRefused()
    {
        var view = DigitData.FromRecords(_ml, DigitFiles.Records(1));
        using var cursor = view.GetRowCursor(view.Schema);

        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema["Label"]));
    }

    [Fact]
    public void Load_OddNumbers_AreReadAsTheCheckerReadThem()
    {
        var path = _folder.Write("digits.csv", DigitFiles.Line(
            "5.0", (0, " 12 "), (1, "1.2e1"), (2, "12.5"), (3, "0012"), (782, "+7")));

        var row = Assert.Single(Rows(DigitData.Load(_ml, path).View));

        Assert.Equal(6u, row.Label);
        Assert.Equal([12f, 12f, 12.5f, 12f, 7f], [.. row.Pixels[..4], row.Pixels[782]]);
    }

    [Fact]
    public void Load_HeaderAndBlankEnd_RowsAreAsManyAsCounted()
    {
        var path = _folder.Write(
            "digits.csv", $"\uFEFFlabel,pixels\r\n{DigitFiles.Line("5")}\r\n{DigitFiles.Line("6")}\r\n \r\n\r\n");

        var data = DigitData.Load(_ml, path);

        Assert.Equal([6u, 7u], Rows(data.View).Select(row => row.Label));
        Assert.Equal(2, data.Counts.Rows);
    }

    [Fact]
    public void Load_FirstRowForcedToBeHeader_IsLeftOut()
    {
        var path = _folder.Write("digits.csv", $"{DigitFiles.Line("5")}\n{DigitFiles.Line("6")}\n");

        var data = DigitData.Load(_ml, path, options: new DigitDataOptions { HasHeader = true });

        Assert.Equal([7u], Rows(data.View).Select(row => row.Label));
    }

    [Fact]
    public void Load_PlusAndStarInName_IsOneFile()
    {
        var path = _folder.Write("a+b*.csv", DigitFiles.Line("9"));

        Assert.Equal([10u], Rows(DigitData.Load(_ml, path).View).Select(row => row.Label));
    }

    [Fact]
    public void Load_OnlySevens_KeyIsStillTheEighth()
    {
        var path = _folder.Write("digits.csv", DigitFiles.Line("7"));

        Assert.Equal([8u], Rows(DigitData.Load(_ml, path).View).Select(row => row.Label));
    }

    [Fact]
    public void Load_OtherCulture_DecimalsAreReadTheSame()
    {
        var path = _folder.Write("digits.csv", DigitFiles.Line("5", (0, "12.5")));
        using var comma = new CommaCulture();

        Assert.Equal(12.5f, Assert.Single(Rows(DigitData.Load(_ml, path).View)).Pixels[0]);
    }

    [Fact]
    public void Load_Source_IsTold()
    {
        var path = Write("idx", 2);

        var source = Assert.IsType<IdxSource>(DigitData.Load(_ml, path).Source);

        Assert.Equal(path, source.Images);
        Assert.EndsWith("x-labels-idx1-ubyte", source.Labels, StringComparison.Ordinal);
    }

    [MnistFact]
    public void Load_Mnist_HasThePublishedCounts()
    {
        var counts = DigitData.Load(_ml, MnistFolder.Path!, DigitPart.Test).Counts;

        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], counts.PerClass.AsEnumerable());
    }

    private string Write(string kind, int count) => kind == "idx"
        ? DigitFiles.WriteIdx(_folder, count).Images
        : _folder.Write("digits.csv", string.Join('\n', DigitFiles.Records(count).Select(DigitFiles.Line)));

    private static void AssertRows(DigitRecord[] expected, IDataView view)
    {
        var rows = Rows(view);
        Assert.Equal(expected.Select(record => record.Label + 1u), rows.Select(row => row.Label));
        Assert.Equal(
            expected.Select(record => record.Pixels.ToArray().Select(pixel => (float)pixel)),
            rows.Select(row => row.Pixels));
    }

    private static List<(uint Label, float[] Pixels)> Rows(IDataView view)
        => [.. view.GetColumn<uint>("Label").Zip(view.GetColumn<float[]>("Pixels"))];
}
