using Microsoft.ML.Data;

namespace MlNetDigits.Training;

/// <summary>
/// How far each image is distorted, anew in each epoch, before it is learned from. All by chance: every number is drawn
/// uniformly from minus to plus what is given here. Immutable.
/// </summary>
/// <remarks>
/// <para>
/// With c the middle of the image, the pixel at <c>p</c> takes the value that the image has at
/// <c>R(angle) [1 shear; 0 1] diag(1 + scale_x, 1 + scale_y) (p - c) + c + shift + elastic (F1(p), F2(p))</c>,
/// bilinearly between four pixels; beyond its edges, the image goes on with the value that most of its pixels have, or
/// with the pixels at its sides where no value has most. F1 and F2 are smooth random fields (P. Simard, D. Steinkraus,
/// J. Platt, "Best practices for convolutional neural networks applied to visual document analysis", 2003).
/// </para>
/// <para>
/// What is drawn depends on the seed of the run, the epoch and the record alone: the order, the size of batches, the
/// number of threads and a break change nothing.
/// </para>
/// </remarks>
public sealed record ImageDistortions
{
    /// <summary>No distortion at all.</summary>
    public static ImageDistortions None { get; } = new();

    /// <summary>What serves handwritten digits of 28 x 28 pixels best: 9 degrees, and the rest in proportion.</summary>
    public static ImageDistortions Digits { get; } = new()
    {
        Rotation = 9,
        Scale = 0.1f,
        Shear = 0.12f,
        Shift = 1,
        Elastic = 0.9f,
    };

    /// <summary>The widest turn, in degrees, 0 to 180; 0 by default.</summary>
    public float Rotation { get; init; }

    /// <summary>
    /// The greatest change of size, across and down each by itself, 0 to 0.9; 0 by default. 0.1 is a tenth wider or narrower.
    /// </summary>
    public float Scale { get; init; }

    /// <summary>The greatest slant, in columns a row, 0 to 2; 0 by default.</summary>
    public float Shear { get; init; }

    /// <summary>The longest way to the side and up or down, in pixels, 0 to 1,000; 0 by default.</summary>
    public float Shift { get; init; }

    /// <summary>
    /// How far the elastic fields move pixels, as the root of the mean square across and down, in pixels, 0 to 100; 0 by
    /// default.
    /// </summary>
    public float Elastic { get; init; }

    /// <summary>
    /// How smooth the elastic fields are: the deviation of the Gaussian by which noise is blurred, in pixels, 0.5 to 64; 4
    /// by default.
    /// </summary>
    public float ElasticSmoothness { get; init; } = 4;

    /// <summary>
    /// By how many degrees turned copies are turned, 0 to 180; 0, the default, for none. Each record is then learned three
    /// times in a row: as it is, turned to the left, and turned to the right; what else is drawn is drawn for each of the
    /// three. 10 is the classic network's (T. Rashid, "Make your own neural network", 2016).
    /// </summary>
    public float TurnedCopies { get; init; }

    /// <summary>
    /// The shape of the images; null, the default, if the feature column tells it, as that of <c>DigitData</c>'s pixels
    /// does, also behind <c>ScalePixels</c>.
    /// </summary>
    public ImageShape? Shape { get; init; }

    /// <summary>Whether images stay as they are.</summary>
    internal bool IsNone => (Rotation, Scale, Shear, Shift, Elastic, TurnedCopies) == (0, 0, 0, 0, 0, 0);

    /// <summary>How often each record is learned from in an epoch.</summary>
    internal int Copies => TurnedCopies == 0 ? 1 : 3;

    /// <summary>The very image that training sees: what these distortions make of an image in an epoch.</summary>
    /// <param name="image">The features of the image, row by row, as training gets them: scaled, and finite.</param>
    /// <param name="shape">Its shape; <see cref="Shape"/> is not looked at.</param>
    /// <param name="seed">The seed of the run: that of the <c>MLContext</c>, or <c>--seed</c> of <c>digits train</c>.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="record">
    /// The number of the image among the rows that training gets, from 0: of all rows, whether shuffled or held back; rows
    /// that training leaves out do not count.
    /// </param>
    /// <returns>
    /// The features of the distorted image, up to the rounding of the engine; of <see cref="TurnedCopies"/>, the one that is
    /// not turned.
    /// </returns>
    /// <exception cref="ArgumentException">A number is out of its range, or the image is not of the shape.</exception>
    /// <remarks>
    /// To look at, not for speed: the elastic fields are drawn anew each time. Beyond its edges, an image goes on with the
    /// value that most of its pixels have, or with the pixels at its sides if no value is common enough. Training looks for
    /// that value in its first records together; where they have another than this image, what comes in from beyond the
    /// edges differs.
    /// </remarks>
    public float[] Apply(ReadOnlySpan<float> image, ImageShape shape, int seed, int epoch, long record)
    {
        Check(image, shape, epoch, record);
        if (IsNone)
            return image.ToArray();

        var records = new TrainingRecordsBuilder(image.Length, classes: 1);
        records.Add(new VBuffer<float>(image.Length, image.ToArray()), label: 0);
        var padded = new PaddedImage(shape);
        padded.Read(records.Build(), record: 0);
        var result = new float[image.Length];
        new RecordDistorter(this, shape, seed).Distort(padded, epoch, record, copy: 0, result);
        return result;
    }

    private void Check(ReadOnlySpan<float> image, ImageShape shape, int epoch, long record)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(record);
        var options = new SigmoidNetworkOptions { Distortions = this with { Shape = shape } };
        if (options.FindProblems() is [var problem, ..])
            throw new ArgumentException(problem.Describe(name => name[(name.LastIndexOf('.') + 1)..]));
        if (shape.Pixels != image.Length)
            throw new ArgumentException($"An image of {shape} has {shape.Pixels} pixels, not {image.Length}.", nameof(image));
        foreach (var pixel in image)
        {
            if (!float.IsFinite(pixel))
                throw new ArgumentException("A pixel of the image is not a number.", nameof(image));
        }
    }
}
