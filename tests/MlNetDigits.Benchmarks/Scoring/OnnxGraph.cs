using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace MlNetDigits.Benchmarks;

/// <summary>A network as an ONNX model: a product, a sigmoid, a product, a sigmoid.</summary>
internal static class OnnxGraph
{
    public const string Input = "features";
    public const string Output = "scores";

    public static byte[] Create(NetworkWeights weights)
    {
        var graph = new GraphProto { Name = "digits" };
        graph.Input.Add(Rows(Input, weights.Inputs));
        graph.Output.Add(Rows(Output, weights.Outputs));
        graph.Initializer.Add(Transposed("w1", weights.HiddenWeights.Span, weights.HiddenNodes, weights.Inputs));
        graph.Initializer.Add(Transposed("w2", weights.OutputWeights.Span, weights.Outputs, weights.HiddenNodes));
        graph.Node.Add(Node("MatMul", "z1", Input, "w1"));
        graph.Node.Add(Node("Sigmoid", "h", "z1"));
        graph.Node.Add(Node("MatMul", "z2", "h", "w2"));
        graph.Node.Add(Node("Sigmoid", Output, "z2"));
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = 17 });
        return model.ToByteArray();
    }

    private static NodeProto Node(string operation, string output, params string[] inputs)
    {
        var node = new NodeProto { OpType = operation, Name = output };
        node.Input.Add(inputs);
        node.Output.Add(output);
        return node;
    }

    /// <summary>As many rows as a call has, each of so many floats.</summary>
    private static ValueInfoProto Rows(string name, int columns)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "rows" });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = columns });
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }

    /// <summary>ONNX's product takes a row a feature, our weights have a row a node.</summary>
    private static TensorProto Transposed(string name, ReadOnlySpan<float> weights, int nodes, int features)
    {
        var transposed = new float[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            transposed[(i % features * nodes) + (i / features)] = weights[i];
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)TensorProto.Types.DataType.Float,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(transposed.AsSpan())),
        };
        tensor.Dims.Add([features, nodes]);
        return tensor;
    }
}
