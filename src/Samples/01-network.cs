// 1. The network: two tables of random numbers, and what a query does with them.
//
//     dotnet run src/Samples/01-network.cs

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using MlNetDigits.Training;

// A picture of 28 x 28 pixels goes in, one number for each of the ten digits comes out.
using var network = new SigmoidNetwork(inputNodes: 784, hiddenNodes: 200, outputNodes: 10, learningRate: 0.1f, seed: 1);

// Something like a one: a stroke from top to bottom. Paper is 0.01 and ink is 1.
float[] picture = [.. Enumerable.Range(0, 784).Select(i => i % 28 is 13 or 14 && i / 28 is > 4 and < 23 ? 1 : 0.01f)];
float[] outputs = network.Query(picture);

// The same by hand: each node adds up what comes in, times its weights, and squeezes the sum between 0 and 1.
float[] hidden = Layer(network.Weights.HiddenWeights, picture);
float[] byHand = Layer(network.Weights.OutputWeights, hidden);

Console.WriteLine("digit   query  by hand");
for (var digit = 0; digit < 10; digit++)
    Console.WriteLine($"{digit,5}  {outputs[digit]:F4}   {byHand[digit]:F4}");

Console.WriteLine($"It has learned nothing yet: its answer is {Array.IndexOf(outputs, outputs.Max())}, by chance.");

static float[] Layer(ReadOnlyMemory<float> weights, float[] inputs)
    => [.. weights.ToArray().Chunk(inputs.Length).Select(row => Sigmoid(row.Zip(inputs, (w, x) => w * x).Sum()))];

static float Sigmoid(float sum) => 1 / (1 + MathF.Exp(-sum));
