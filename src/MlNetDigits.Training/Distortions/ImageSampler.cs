using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlNetDigits.Training;

/// <summary>Makes a distorted image: each of its pixels is read where the image has it, between four pixels.</summary>
internal static unsafe class ImageSampler
{
    /// <summary>Samples an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="shape">Its shape, without the edge.</param>
    /// <param name="drawn">Where each pixel comes from.</param>
    /// <param name="noise">What the fields are windows of; null if there are none.</param>
    /// <param name="noiseColumns">From one row of it to the next.</param>
    /// <param name="result">Receives the pixels, row by row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        PaddedImage image, ImageShape shape, in DrawnDistortion drawn, float* noise, int noiseColumns, float* result)
    {
        var (centreX, centreY) = ((shape.Columns - 1) / 2f, (shape.Rows - 1) / 2f);
        for (var row = 0; row < shape.Rows; row++)
        {
            var y = row - centreY;
            var line = new Line(
                (drawn.XY * y) - (drawn.XX * centreX) + centreX + PaddedImage.Edge + drawn.ShiftX,
                (drawn.YY * y) - (drawn.YX * centreX) + centreY + PaddedImage.Edge + drawn.ShiftY,
                noise is null ? null : noise + drawn.FieldX + ((nint)row * noiseColumns),
                noise is null ? null : noise + drawn.FieldY + ((nint)row * noiseColumns));
            var column = 0;
            if (Avx2.IsSupported && shape.Columns >= Vector256<float>.Count)
            {
                for (; column < shape.Columns - Vector256<float>.Count; column += Vector256<float>.Count)
                    Eight(image, drawn, line, column, result);

                // The last eight of the row: some of them once more.
                Eight(image, drawn, line, shape.Columns - Vector256<float>.Count, result);
                column = shape.Columns;
            }

            for (; column < shape.Columns; column++)
                result[column] = One(image, drawn, line, column);
            result += shape.Columns;
        }
    }

    private static float One(PaddedImage image, in DrawnDistortion drawn, in Line line, int column)
    {
        var x = line.X + (drawn.XX * column);
        var y = line.Y + (drawn.YX * column);
        if (line.FieldX is not null)
        {
            x += drawn.ElasticX * line.FieldX[column];
            y += drawn.ElasticY * line.FieldY[column];
        }

        x = Math.Clamp(x, 0, image.MostLeft);
        y = Math.Clamp(y, 0, image.MostTop);
        var (left, top) = ((int)x, (int)y);
        var corner = image.Pointer + ((nint)top * image.Stride) + left;
        var above = corner[0] + ((corner[1] - corner[0]) * (x - left));
        var below = corner[image.Stride] + ((corner[image.Stride + 1] - corner[image.Stride]) * (x - left));
        return above + ((below - above) * (y - top));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight(
        PaddedImage image, in DrawnDistortion drawn, in Line line, int column, float* result)
    {
        var columns = Vector256.ConvertToSingle(Vector256<int>.Indices + Vector256.Create(column));
        var x = Vector256.Create(line.X) + (columns * drawn.XX);
        var y = Vector256.Create(line.Y) + (columns * drawn.YX);
        if (line.FieldX is not null)
        {
            x += Vector256.Load(line.FieldX + column) * drawn.ElasticX;
            y += Vector256.Load(line.FieldY + column) * drawn.ElasticY;
        }

        // Most of a picture is paper.
        var box = image.Box;
        var isNear = Vector256.GreaterThan(x, Vector256.Create(box.Left - 1f))
            & Vector256.LessThan(x, Vector256.Create(box.Right + 1f))
            & Vector256.GreaterThan(y, Vector256.Create(box.Top - 1f))
            & Vector256.LessThan(y, Vector256.Create(box.Bottom + 1f));
        if (isNear == Vector256<float>.Zero)
        {
            Vector256.Create(*image.Pointer).Store(result + column);
            return;
        }

        x = Vector256.Clamp(x, Vector256<float>.Zero, Vector256.Create(image.MostLeft));
        y = Vector256.Clamp(y, Vector256<float>.Zero, Vector256.Create(image.MostTop));
        var left = Vector256.ConvertToInt32(x);
        var top = Vector256.ConvertToInt32(y);
        var shareX = x - Vector256.ConvertToSingle(left);
        var shareY = y - Vector256.ConvertToSingle(top);
        var corners = (top * image.Stride) + left;
        var above = Mix(image.Pointer, corners, shareX);
        var below = Mix(image.Pointer + image.Stride, corners, shareX);
        (above + ((below - above) * shareY)).Store(result + column);
    }

    /// <summary>Between two neighbours in a row, which are read as one number of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Mix(float* pixels, Vector256<int> lefts, Vector256<float> share)
    {
        // In an order that the shuffles below put right.
        var order = Avx2.Permute4x64(lefts.AsInt64(), 0b11_01_10_00).AsInt32();
        var some = Avx2.GatherVector256((long*)pixels, order.GetLower(), sizeof(float)).AsSingle();
        var others = Avx2.GatherVector256((long*)pixels, order.GetUpper(), sizeof(float)).AsSingle();
        var left = Avx.Shuffle(some, others, 0b10_00_10_00);
        var right = Avx.Shuffle(some, others, 0b11_01_11_01);
        return left + ((right - left) * share);
    }

    /// <summary>A row of the distorted image.</summary>
    private readonly struct Line(float x, float y, float* fieldX, float* fieldY)
    {
        /// <summary>The column that its first pixel comes from, without the fields.</summary>
        public readonly float X = x;

        /// <summary>The row.</summary>
        public readonly float Y = y;

        /// <summary>What moves its pixels across; null if nothing does.</summary>
        public readonly float* FieldX = fieldX;

        /// <summary>What moves them down.</summary>
        public readonly float* FieldY = fieldY;
    }
}
