using MlNetDigits.Training;
using static TorchSharp.torch;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// TorchSharp written the usual way: a sequential module, a loss, backward and <c>optim.SGD</c>, batch size 1.
/// </summary>
internal static class TorchSharpContender
{
    // The sum of squares without the 1/2 of the rule: half its rate does the same, and costs nothing.
    private const double LearningRate = 0.1 / 2;

    public static Measurement Run(CompareSettings settings)
    {
        TorchNative.EnsureLoaded();
        set_num_threads(settings.Threads);
        manual_seed(1);
        var (inputs, targets) = ToTensors(DigitFloats.Read(settings.Data, DigitPart.Train, settings.Records));
        using var network = CreateNetwork();

        var run = TrainingRun.Measure(() => Train(network, inputs, targets, settings.Epochs));

        return Measurement.Create(
            "TorchSharp, autograd and optim.SGD",
            settings,
            ownPace: false,
            run,
            Accuracy(network, settings.Data),
            ProcessVersions.TorchSharp,
            ProcessVersions.Libtorch);
    }

    private static nn.Module<Tensor, Tensor> CreateNetwork()
    {
        var hidden = nn.Linear(DigitFormat.Pixels, 200, hasBias: false);
        var output = nn.Linear(200, DigitFormat.Classes, hasBias: false);
        nn.init.uniform_(hidden.weight, -0.5, 0.5);
        nn.init.uniform_(output.weight, -0.5, 0.5);
        return nn.Sequential(hidden, nn.Sigmoid(), output, nn.Sigmoid());
    }

    private static void Train(nn.Module<Tensor, Tensor> network, Tensor inputs, Tensor targets, int epochs)
    {
        using var criterion = nn.MSELoss(nn.Reduction.Sum);
        using var optimizer = optim.SGD(network.parameters(), LearningRate);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var record = 0; record < inputs.shape[0]; record++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                criterion.forward(network.forward(inputs[record]), targets[record]).backward();
                optimizer.step();
            }
        }
    }

    private static (Tensor Inputs, Tensor Targets) ToTensors(DigitFloats digits)
        => (
            tensor(digits.Inputs, [digits.Count, DigitFormat.Pixels]),
            tensor(digits.Targets(), [digits.Count, DigitFormat.Classes]));

    private static double Accuracy(nn.Module<Tensor, Tensor> network, string folder)
    {
        using var withoutAutograd = no_grad();
        using var scope = NewDisposeScope();
        var (inputs, targets) = ToTensors(DigitFloats.Read(folder, DigitPart.Test));
        var right = network.forward(inputs).argmax(1).eq(targets.argmax(1));
        return right.to_type(ScalarType.Float64).mean().item<double>();
    }
}
