namespace MlNetDigits.Training;

/// <summary>Distorts the images of a run, each anew in each epoch. Safe on several threads at once.</summary>
internal sealed class RecordDistorter
{
    // Weights are drawn from stream 0 of a seed, held back records from -1, orders from those of the epochs from 1.
    private const int NoiseStream = -2;
    private const int ImageStream = int.MinValue;

    private readonly ImageDistortions _distortions;
    private readonly int _seed;
    private readonly SmoothNoise? _noise;

    /// <summary>Makes a distorter.</summary>
    /// <param name="distortions">How far it goes.</param>
    /// <param name="shape">The shape of the images.</param>
    /// <param name="seed">The seed of the run.</param>
    public RecordDistorter(ImageDistortions distortions, ImageShape shape, int seed)
    {
        (_distortions, Shape, _seed) = (distortions, shape, seed);
        _noise = distortions.Elastic == 0 ? null
            : SmoothNoise.Create(shape, distortions.ElasticSmoothness, SplitMix64.Create(seed, NoiseStream));
    }

    /// <summary>The shape of the images.</summary>
    public ImageShape Shape { get; }

    /// <summary>How often each record is learned from in an epoch.</summary>
    public int Copies => _distortions.Copies;

    /// <summary>Distorts an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="record">The number of the record in the data.</param>
    /// <param name="copy">Which of its copies: 0 as it is, 1 turned to the left, 2 to the right.</param>
    /// <param name="result">Receives the pixels, row by row.</param>
    public unsafe void Distort(PaddedImage image, int epoch, long record, int copy, Span<float> result)
    {
        // Places of the distorted image are turned back into the image: by so many degrees the other way.
        var turn = copy switch { 1 => _distortions.TurnedCopies, 2 => -_distortions.TurnedCopies, _ => 0 };
        var random = SplitMix64.Create(_seed, ImageStream + epoch, (record * Copies) + copy);
        var drawn = DrawnDistortion.Draw(_distortions, Shape, _noise, turn, random);
        fixed (float* noise = _noise is null ? default : _noise.Values)
        fixed (float* pixels = result)
            ImageSampler.Run(image, Shape, drawn, noise, _noise?.Columns ?? 0, pixels);
    }
}
