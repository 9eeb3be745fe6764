using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MlNetDigits;

[assembly: LoadableClass(
    typeof(PixelScalingTransformer),
    null,
    typeof(SignatureLoadModel),
    "Pixel scaling",
    PixelScalingTransformer.LoaderSignature)]

[assembly: LoadableClass(
    typeof(IRowMapper),
    typeof(PixelScalingTransformer),
    null,
    typeof(SignatureLoadRowMapper),
    "Pixel scaling",
    PixelScalingTransformer.LoaderSignature)]

namespace MlNetDigits;

/// <summary>
/// Scales a vector of pixels by <see cref="PixelScaling"/>. It is saved with the model, so that a loaded model takes
/// raw pixels.
/// </summary>
public sealed class PixelScalingTransformer : OneToOneTransformerBase
{
    // Written into every saved model: changing one stops old models from loading.
    internal const string LoaderSignature = "PixelScalingTransform";
    private const string ModelSignature = "PIXSCALE";
    private const uint Version = 0x00010001;

    internal PixelScalingTransformer(
        IHostEnvironment env, string outputColumnName, string inputColumnName, PixelScaling scaling)
        : base(env.Register(nameof(PixelScalingTransformer)), (outputColumnName, inputColumnName))
        => Scaling = scaling;

    // Called by ML.NET, through reflection, when a saved model is loaded.
    private PixelScalingTransformer(IHostEnvironment env, ModelLoadContext ctx)
        : base(env.Register(nameof(PixelScalingTransformer)), ctx)
        => Scaling = new PixelScaling(ctx.Reader.ReadSingle(), ctx.Reader.ReadSingle(), ctx.Reader.ReadSingle());

    /// <summary>The formula.</summary>
    public PixelScaling Scaling { get; }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema)
        => new PixelScalingTransformer(env, ctx).MakeRowMapper(inputSchema);

    /// <inheritdoc/>
    protected override void SaveModel(ModelSaveContext ctx)
    {
        ctx.CheckAtModel();
        ctx.SetVersionInfo(new VersionInfo(
            modelSignature: ModelSignature,
            verWrittenCur: Version,
            verReadableCur: Version,
            verWeCanReadBack: Version,
            loaderAssemblyName: typeof(PixelScalingTransformer).Assembly.FullName,
            loaderSignature: LoaderSignature));

        // *** Binary format *** (little-endian)
        // <columns, written by the base class>
        // float: range, float: factor, float: offset
        SaveColumns(ctx);
        ctx.Writer.Write(Scaling.Range);
        ctx.Writer.Write(Scaling.Factor);
        ctx.Writer.Write(Scaling.Offset);
    }

    /// <inheritdoc/>
    protected override void CheckInputColumn(DataViewSchema inputSchema, int col, int srcCol)
    {
        if (inputSchema[srcCol].Type is not VectorDataViewType { IsKnownSize: true } type
            || type.ItemType != NumberDataViewType.Single)
        {
            throw Host.ExceptSchemaMismatch(
                nameof(inputSchema),
                "input",
                inputSchema[srcCol].Name,
                "Vector<Single> of known size",
                inputSchema[srcCol].Type.ToString());
        }
    }

    /// <inheritdoc/>
    protected override IRowMapper MakeRowMapper(DataViewSchema schema) => new Mapper(this, schema);

    private sealed class Mapper(PixelScalingTransformer parent, DataViewSchema inputSchema)
        : OneToOneMapperBase(parent.Host.Register(nameof(Mapper)), parent, inputSchema)
    {
        protected override DataViewSchema.DetachedColumn[] GetOutputColumnsCore()
        {
            var column = InputSchema[ColMapNewToOld[0]];
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(column.Annotations, name => name is AnnotationUtils.Kinds.SlotNames or ImageShapeAnnotation.Kind);
            return [new(parent.ColumnPairs[0].outputColumnName, column.Type, annotations.ToAnnotations())];
        }

        protected override Delegate MakeGetter(
            DataViewRow input, int iinfo, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            var getPixels = input.GetGetter<VBuffer<float>>(input.Schema[ColMapNewToOld[iinfo]]);
            var pixels = default(VBuffer<float>);
            ValueGetter<VBuffer<float>> getter = (ref VBuffer<float> features) =>
            {
                getPixels(ref pixels);
                Scale(pixels, parent.Scaling, ref features);
            };
            return getter;
        }

        private static void Scale(in VBuffer<float> pixels, PixelScaling scaling, ref VBuffer<float> features)
        {
            var editor = VBufferEditor.Create(ref features, pixels.Length);
            if (pixels.IsDense)
            {
                scaling.Apply(pixels.GetValues(), editor.Values);
            }
            else
            {
                editor.Values.Fill(scaling.Apply(0f));
                var indices = pixels.GetIndices();
                var values = pixels.GetValues();
                for (var i = 0; i < indices.Length; i++)
                    editor.Values[indices[i]] = scaling.Apply(values[i]);
            }

            features = editor.Commit();
        }
    }
}
