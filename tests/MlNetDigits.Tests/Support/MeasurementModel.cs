using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Tests.Support;

/// <summary>A model of records that are no pictures of digits, with classes that have names.</summary>
internal static class MeasurementModel
{
    private static readonly string[] Names = ["ash", "birch", "cedar"];

    /// <summary>Trains and saves one with 8 hidden nodes.</summary>
    public static ITransformer Save(MLContext ml, string path, int features)
    {
        var made = MadeRecords.Create(60, features, Names.Length, seed: 3);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        var rows = ml.Data.LoadFromEnumerable(
            made.Features.Zip(made.Labels, (x, label) => new Row { Tree = Names[label], Features = x }), schema);
        var model = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Row.Tree))
            .Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 8, epochs: 2))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
            .Fit(rows);
        ml.Model.Save(model, rows.Schema, path);
        return model;
    }

    private sealed class Row
    {
        public string Tree { get; set; } = "";

        public float[] Features { get; set; } = [];
    }
}
