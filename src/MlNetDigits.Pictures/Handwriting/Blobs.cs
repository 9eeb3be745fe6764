using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Finds the connected patches of ink.</summary>
internal static class Blobs
{
    /// <summary>All patches, in the order of their first pixels.</summary>
    public static ImmutableArray<Blob> Of(InkPlane plane)
    {
        var runs = Runs(plane);
        var roots = Connect(runs);
        return
        [
            .. Enumerable.Range(0, runs.Count)
                .GroupBy(i => Root(roots, i), i => runs[i])
                .Select(group => Blob.Of([.. group])),
        ];
    }

    private static List<InkRun> Runs(InkPlane plane)
    {
        var runs = new List<InkRun>();
        var (width, height) = (plane.Ink.Width, plane.Ink.Height);
        for (var y = 0; y < height; y++)
        {
            var row = plane.Ink.Pixels.Span.Slice(y * width, width);
            for (var x = 0; x < width; x++)
            {
                if (row[x] < plane.Threshold)
                    continue;
                var start = x;
                while (x < width && row[x] >= plane.Threshold)
                    x++;
                runs.Add(new InkRun(y, start, x));
            }
        }

        return runs;
    }

    /// <summary>A union-find forest: runs that touch a run of the row above get one root, the earliest run.</summary>
    private static int[] Connect(List<InkRun> runs)
    {
        var roots = Enumerable.Range(0, runs.Count).ToArray();
        var above = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            while (runs[above].Row < run.Row - 1 || (runs[above].Row == run.Row - 1 && runs[above].End < run.Start))
                above++;
            for (var j = above; runs[j].Row == run.Row - 1 && runs[j].Start <= run.End; j++)
            {
                var (a, b) = (Root(roots, i), Root(roots, j));
                roots[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        return roots;
    }

    private static int Root(int[] roots, int i)
    {
        while (roots[i] != i)
            i = roots[i] = roots[roots[i]];
        return i;
    }
}
