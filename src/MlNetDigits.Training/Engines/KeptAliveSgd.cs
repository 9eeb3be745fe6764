using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>
/// <c>torch.optim.SGD</c> with a step that is safe while other threads collect garbage.
/// </summary>
/// <remarks>
/// TorchSharp turns a number into a native <see cref="Scalar"/> that nothing keeps alive during the native call: a
/// collection on another thread can free it before it is read. The tests saw that now and then as "Unknown scalar type"
/// from <c>1 - x</c> and <c>x.pow(2)</c>; a wrong number would go unseen (dotnet/TorchSharp pull requests 1434 and
/// 1496 are about these scalars). The optimizer's own step does the same with the learning rate. Here one scalar lives
/// as long as the optimizer.
/// </remarks>
internal sealed class KeptAliveSgd : SGD
{
    private readonly Scalar _minusRate;

    public KeptAliveSgd(IEnumerable<Parameter> parameters, double learningRate)
        : base(parameters, learningRate)
        => _minusRate = (-learningRate).ToScalar();

    /// <summary>Moves every parameter that has a gradient against it: <c>w -= rate * gradient</c>.</summary>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = closure?.Invoke();
        using var withoutAutograd = no_grad();
        foreach (var parameter in parameters())
        {
            using var gradient = parameter.grad;
            if (gradient is not null)
                parameter.add_(gradient, _minusRate);
        }

        return loss;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _minusRate.Dispose();
    }
}
