using CsCheck;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class BlobsTests
{
    [Fact]
    public void Of_TouchingByACorner_IsOneBlob()
    {
        var blobs = Blobs.Of(Plane(
            "#....",
            ".#..#",
            "....#",
            "#...."));

        Assert.Equal(
            [(new PictureBox(0, 0, 2, 2), 2), (new PictureBox(4, 1, 1, 2), 2), (new PictureBox(0, 3, 1, 1), 1)],
            blobs.Select(blob => (blob.Box, blob.Area)));
    }

    [Fact]
    public void Of_ArmsThatMeetFurtherDown_IsOneBlob()
        => Assert.Equal(new PictureBox(0, 0, 7, 3), Assert.Single(Blobs.Of(Plane(
            "#.#.#.#",
            "#.#.#.#",
            ".#.#.#."))).Box);

    [Fact]
    public void Of_AnyPicture_SameAsFillingPixelByPixel()
        => Gen.Select(Gen.Int[1, 15], Gen.Int[1, 15]).SelectMany((width, height)
            => Gen.Bool.Array[width * height].Select(ink => (width, ink)))
            .ForAll((width, ink) =>
            {
                var plane = new InkPlane(
                    new GreyImage(width, ink.Length / width, Array.ConvertAll(ink, isInk => isInk ? (byte)200 : (byte)10)), 100, 1);
                var found = Blobs.Of(plane)
                    .Select(blob => blob.Runs
                        .SelectMany(run => Enumerable.Range((run.Row * width) + run.Start, run.Length)).Order().ToArray())
                    .ToArray();
                Assert.Equal(Filled(ink, width), found.OrderBy(pixels => pixels[0]));
            });

    private static List<int[]> Filled(bool[] ink, int width)
    {
        var (blobs, seen) = (new List<int[]>(), new HashSet<int>());
        for (var first = 0; first < ink.Length; first++)
        {
            if (!ink[first] || !seen.Add(first))
                continue;
            var (pixels, open) = (new List<int>(), new Stack<int>([first]));
            while (open.TryPop(out var i))
            {
                pixels.Add(i);
                for (var j = 0; j < ink.Length; j++)
                {
                    if (ink[j] && Math.Abs((i % width) - (j % width)) <= 1 && Math.Abs((i / width) - (j / width)) <= 1 && seen.Add(j))
                        open.Push(j);
                }
            }

            blobs.Add([.. pixels.Order()]);
        }

        return blobs;
    }

    private static InkPlane Plane(params string[] rows) => new(
        new GreyImage(rows[0].Length, rows.Length, string.Concat(rows).Select(c => c == '#' ? (byte)255 : (byte)0).ToArray()),
        Threshold: 128,
        StrokeWidth: 1);
}
