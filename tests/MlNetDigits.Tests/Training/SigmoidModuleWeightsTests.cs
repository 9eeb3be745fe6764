using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace MlNetDigits.Tests.Training;

/// <summary>Weights into a module and out of it, whatever its owner has made of its parameters.</summary>
[Collection(TorchCollection.Name)]
public class SigmoidModuleWeightsTests
{
    private static readonly NetworkWeights Others = WeightInitializer.Draw(4, 3, 2, WeightInitialization.Normal, seed: 7);

    [Fact]
    public void Load_OtherWeights_AreCopiedToTheLastBit()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);

        module.Load(Others);

        Assert.Equal(Others.Bits(), module.ToWeights().Bits());
        Assert.True(module.HiddenWeights.requires_grad);
    }

    [Fact]
    public void ToWeights_ModuleChangesLater_StayAsTheyWere()
    {
        using var module = new SigmoidModule(Others);
        var weights = module.ToWeights();

        module.Load(WeightInitializer.Draw(4, 3, 2, WeightInitialization.Normal, seed: 8));

        Assert.Equal(Others.Bits(), weights.Bits());
    }

    [Fact]
    public void Load_OtherSizes_SaysWhichAndChangesNothing()
    {
        using var module = new SigmoidModule(Others);

        var error = Assert.Throws<ArgumentException>(() => module.Load(WeightInitializer.Draw(4, 5, 2, WeightInitialization.Uniform, seed: 1)));

        Assert.Contains("The weights are of 4-5-2 nodes, but the module has 4-3-2.", error.Message, StringComparison.Ordinal);
        Assert.Equal(Others.Bits(), module.ToWeights().Bits());
    }

    [Fact]
    public void ToWeightsAndLoad_ParametersMovedToFloat64_ConvertWithoutLoss()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);
        module.to(ScalarType.Float64);

        var before = module.ToWeights();
        module.Load(Others);

        Assert.Equal(WeightInitializer.Draw(4, 3, 2, WeightInitialization.Uniform, seed: 1).Bits(), before.Bits());
        Assert.Equal((ScalarType.Float64, ScalarType.Float64), (module.HiddenWeights.dtype, module.OutputWeights.dtype));
        Assert.Equal(Others.Bits(), module.ToWeights().Bits());
    }

    [Fact]
    public void Load_ParametersMovedToBFloat16_HoldRoundedWeights()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);
        module.to(ScalarType.BFloat16);

        module.Load(Others);

        // Eight bits are left of 24, and the last one is rounded.
        var loaded = module.ToWeights();
        Assert.All(
            Others.HiddenWeights.ToArray().Zip(loaded.HiddenWeights.ToArray()),
            weight => Assert.Equal(weight.First, weight.Second, Math.Abs(weight.First) / 256));
        Assert.NotEqual(Others.Bits(), loaded.Bits());
    }

    [Fact]
    public void ToWeightsAndLoad_ParametersNotContiguous_AreTakenRowByRow()
    {
        using var module = new SigmoidModule(Others);
        using (no_grad())
        {
            using var columns = module.HiddenWeights.detach().t().contiguous();
            using var rows = columns.t();
            module.HiddenWeights.set_(rows);
        }

        Assert.False(module.HiddenWeights.is_contiguous());
        Assert.Equal(Others.Bits(), module.ToWeights().Bits());
        var drawn = WeightInitializer.Draw(4, 3, 2, WeightInitialization.Normal, seed: 8);
        module.Load(drawn);
        Assert.Equal(drawn.Bits(), module.ToWeights().Bits());
    }

    [Fact]
    public void ToWeightsAndLoad_ParametersFrozen_StillWork()
    {
        using var module = new SigmoidModule(4, 3, 2, seed: 1);
        module.HiddenWeights.requires_grad = false;

        module.Load(Others);

        Assert.Equal(Others.Bits(), module.ToWeights().Bits());
        Assert.False(module.HiddenWeights.requires_grad);
    }

    [Fact]
    public void ToWeights_NotANumberInside_Throws()
    {
        using var module = new SigmoidModule(Others);
        using (no_grad())
            module.OutputWeights.fill_(float.NaN);

        Assert.Contains("must be finite", Assert.Throws<ArgumentException>(() => module.ToWeights()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToWeightsAndLoad_Disposed_SaySo()
    {
        var module = new SigmoidModule(Others);
        module.Dispose();
        module.Dispose();

        Assert.Throws<ObjectDisposedException>(() => module.ToWeights());
        Assert.Throws<ObjectDisposedException>(() => module.Load(Others));
    }
}
