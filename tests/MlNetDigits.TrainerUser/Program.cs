using System.Diagnostics;
using Microsoft.ML;
using MlNetDigits;
using MlNetDigits.Training;

// usage: DIGITS.csv MODEL.zip
// Trains in every way that needs no libtorch and saves the last model, then asks for what needs it. Prints what ML.NET's
// log says of the engine, what came of the rest, and at the end the names of torch's native libraries that are loaded
// (none are expected).
var ml = new MLContext(seed: 1);
ml.Log += (_, message) =>
{
    if (message.RawMessage.Contains("engine", StringComparison.Ordinal))
        Console.WriteLine($"{message.Kind}: {message.RawMessage}");
};
var digits = DigitData.Load(ml, args[0]).View;
var scaling = ml.Transforms.ScalePixels("Features", DigitFormat.PixelsColumn);
var scaled = scaling.Fit(digits).Transform(digits);
var small = new SigmoidNetworkOptions { HiddenNodes = 10, Epochs = 2 };

SigmoidNetworkOptions[] ways =
[
    small with { BatchSize = 32, Threads = 2, Engine = TrainingEngine.Managed },
    small with { UpdateRule = UpdateRule.Gradient, Shuffle = true },
    small with { ValidationFraction = 0.25, EarlyStoppingPatience = 1 },
    small with { Streaming = true },
    small,
];
foreach (var options in ways)
{
    var model = Pipeline(options).Fit(digits);
    ml.Model.Save(model, digits.Schema, args[1]);
}

Try("sweep", () => Sweep(small));
Try("Torch engine", () => Pipeline(small with { Engine = TrainingEngine.Torch }).Fit(digits));
Try("sweep with the Torch engine", () => Sweep(small with { Engine = TrainingEngine.Torch }));
Try("module", () => new SigmoidModule(784, 10, 10).Dispose());

// What could not be made is collected all the same.
GC.Collect();
GC.WaitForPendingFinalizers();

var torch = Process.GetCurrentProcess().Modules.Cast<ProcessModule>()
    .Select(module => module.ModuleName)
    .Where(name => name.Contains("torch_", StringComparison.OrdinalIgnoreCase) || name.Contains("LibTorch", StringComparison.OrdinalIgnoreCase));
Console.WriteLine($"torch: {string.Join(' ', torch)}");

IEstimator<ITransformer> Pipeline(SigmoidNetworkOptions options)
    => scaling.Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(options));

void Sweep(SigmoidNetworkOptions options) => SweepRunner.Run(
    new SweepGrid { HiddenNodes = [5, 10], Epochs = [1], Seeds = 1, Options = options }, SweepData.Read(ml, scaled, scaled));

static void Try(string what, Action action)
{
    try
    {
        action();
        Console.WriteLine($"{what}: done");
    }
    catch (Exception exception)
    {
        Console.WriteLine($"{what}: {exception.GetType().Name}: {exception.Message}");
    }
}
