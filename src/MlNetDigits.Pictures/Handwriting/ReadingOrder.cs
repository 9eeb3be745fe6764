using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Lines from top to bottom, in each from left to right.</summary>
internal static class ReadingOrder
{
    // In heights of a digit: how far a digit may sit above or below its neighbours to the left, whose mean is taken so
    // that one that is out of line does not lead the others astray.
    private const double LargestStep = 0.6;
    private const int Neighbours = 3;

    /// <summary>Puts boxes into lines. The lines may be slanted or bent, and be indented.</summary>
    /// <returns>The indices of the boxes, line by line.</returns>
    public static ImmutableArray<ImmutableArray<int>> Lines(ImmutableArray<PictureBox> boxes)
    {
        if (boxes.IsEmpty)
            return [];

        var height = Median(boxes.Select(box => (double)box.Height));
        var slope = Slope(boxes, height);
        var levels = boxes.Select(box => Middle(box).Y - (slope * Middle(box).X)).ToArray();
        var lines = new List<List<int>>();
        foreach (var index in Enumerable.Range(0, boxes.Length).OrderBy(index => Middle(boxes[index]).X))
        {
            double Step(List<int> line)
                => Math.Abs(levels[index] - line.TakeLast(Neighbours).Average(left => levels[left]));
            if (lines.MinBy(Step) is { } nearest && Step(nearest) <= LargestStep * height)
                nearest.Add(index);
            else
                lines.Add([index]);
        }

        return
        [
            .. lines.OrderBy(line => line.Average(index => levels[index])).Select(line => line.ToImmutableArray()),
        ];
    }

    /// <summary>How many rows the lines fall in a column: the median over neighbours that stand side by side.</summary>
    private static double Slope(ImmutableArray<PictureBox> boxes, double height)
    {
        var slopes =
            from box in boxes
            let right = Right(box, boxes, height)
            where right is not null
            select (Middle(right.Value).Y - Middle(box).Y) / (Middle(right.Value).X - Middle(box).X);
        return Median(slopes.DefaultIfEmpty(0));
    }

    /// <summary>The next digit of the same line.</summary>
    private static PictureBox? Right(PictureBox box, ImmutableArray<PictureBox> boxes, double height)
    {
        var (x, y) = Middle(box);
        return boxes.Where(other => Middle(other).X - x is var across && across > 0.4 * height && across < 3 * height
                && Math.Abs(Middle(other).Y - y) < 0.5 * across)
            .Select(other => (PictureBox?)other)
            .MinBy(other => Middle(other!.Value).X);
    }

    private static (double X, double Y) Middle(PictureBox box)
        => (box.Left + (box.Width / 2.0), box.Top + (box.Height / 2.0));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
