namespace MlNetDigits.Pictures;

/// <summary>The convex hull of patches of ink.</summary>
internal static class ConvexHull
{
    /// <summary>Its area in pixels.</summary>
    public static double Area(IEnumerable<InkRun> runs)
    {
        var hull = Of(runs);
        var twice = 0L;
        for (var i = 0; i < hull.Length; i++)
        {
            var (a, b) = (hull[i], hull[(i + 1) % hull.Length]);
            twice += (a.X * b.Y) - (b.X * a.Y);
        }

        return Math.Abs(twice) / 2.0;
    }

    /// <summary>Its corners in their order. By A. M. Andrew's monotone chain, over the ends of all runs.</summary>
    public static (long X, long Y)[] Of(IEnumerable<InkRun> runs)
    {
        (long X, long Y)[] points =
        [
            .. runs.GroupBy(run => run.Row).SelectMany(row =>
            {
                var (left, right) = (row.Min(run => run.Start), row.Max(run => run.End));
                return new (long X, long Y)[]
                {
                    (left, row.Key), (left, row.Key + 1), (right, row.Key), (right, row.Key + 1),
                };
            }).Distinct().Order(),
        ];
        return [.. Half(points), .. Half(points.Reverse())];
    }

    /// <summary>The lengths of its sides, if all corners that stand out by less are left away.</summary>
    public static double[] Sides((long X, long Y)[] hull, double leastCorner)
    {
        var corners = hull.ToList();
        while (corners.Count > 3)
        {
            var flattest = Enumerable.Range(0, corners.Count).MinBy(Height);
            if (Height(flattest) >= leastCorner)
                break;
            corners.RemoveAt(flattest);
        }

        return [.. corners.Select((corner, i) => Length(corner, corners[(i + 1) % corners.Count]))];

        double Height(int i)
        {
            var (before, after) = (corners[(i + corners.Count - 1) % corners.Count], corners[(i + 1) % corners.Count]);
            return Math.Abs(Turn(before, corners[i], after)) / Math.Max(Length(before, after), 1);
        }
    }

    /// <summary>Whether a point is inside.</summary>
    public static bool Holds((long X, long Y)[] hull, double x, double y)
    {
        for (var i = 0; i < hull.Length; i++)
        {
            var (a, b) = (hull[i], hull[(i + 1) % hull.Length]);
            if (((b.X - a.X) * (y - a.Y)) - ((b.Y - a.Y) * (x - a.X)) < 0)
                return false;
        }

        return true;
    }

    private static double Length((long X, long Y) a, (long X, long Y) b)
        => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static List<(long X, long Y)> Half(IEnumerable<(long X, long Y)> points)
    {
        var half = new List<(long X, long Y)>();
        foreach (var point in points)
        {
            while (half.Count >= 2 && Turn(half[^2], half[^1], point) <= 0)
                half.RemoveAt(half.Count - 1);
            half.Add(point);
        }

        half.RemoveAt(half.Count - 1);
        return half;
    }

    private static long Turn((long X, long Y) a, (long X, long Y) b, (long X, long Y) c)
        => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
