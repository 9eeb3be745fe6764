using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>The parts of paper that a patch of ink encloses.</summary>
internal sealed class MarkHoles
{
    private readonly int[] _hole;
    private readonly PictureBox _box;

    private MarkHoles(int[] hole, PictureBox box, ImmutableArray<Blob> holes) => (_hole, _box, Holes) = (hole, box, holes);

    /// <summary>The holes, in the order of their first pixels; columns and rows are those of the picture.</summary>
    public ImmutableArray<Blob> Holes { get; }

    /// <summary>Finds them.</summary>
    public static MarkHoles Of(Blob mark)
    {
        // With one pixel of paper around, all that is outside hangs together. Paper touches paper by sides only where
        // ink touches ink by corners, too.
        var box = mark.Box with
        {
            Left = mark.Box.Left - 1,
            Top = mark.Box.Top - 1,
            Width = mark.Box.Width + 2,
            Height = mark.Box.Height + 2,
        };
        var at = new int[box.Width * box.Height];
        foreach (var run in mark.Runs)
            at.AsSpan(((run.Row - box.Top) * box.Width) + run.Start - box.Left, run.Length).Fill(-1);
        Fill(at, box.Width, 0, 1);
        var count = 1;
        for (var i = 0; i < at.Length; i++)
        {
            if (at[i] == 0)
                Fill(at, box.Width, i, ++count);
        }

        return new MarkHoles(at, box, Patches(at, box, count - 1));
    }

    /// <summary>The index of the hole that another patch of ink lies in; -1 if it lies in none.</summary>
    public int IndexAt(Blob other)
    {
        var run = other.Runs[0];
        var (x, y) = (run.Start - _box.Left, run.Row - _box.Top);
        return x < 0 || y < 0 || x >= _box.Width || y >= _box.Height ? -1 : Math.Max(_hole[(y * _box.Width) + x] - 2, -1);
    }

    /// <summary>In how many directions from the middle of a box one meets the patch of ink, as a share of all.</summary>
    public double Surrounded(PictureBox inner)
    {
        const int Directions = 72;
        var (left, top) = (inner.Left + (inner.Width / 2.0) - _box.Left, inner.Top + (inner.Height / 2.0) - _box.Top);
        return Enumerable.Range(0, Directions).Count(direction =>
        {
            var (y, x) = Math.SinCos(2 * Math.PI * direction / Directions);
            for (var far = 0; ; far++)
            {
                var (column, row) = ((int)(left + (far * x)), (int)(top + (far * y)));
                if (column < 0 || row < 0 || column >= _box.Width || row * _box.Width >= _hole.Length)
                    return false;
                if (_hole[(row * _box.Width) + column] < 0)
                    return true;
            }
        }) / (double)Directions;
    }

    private static void Fill(int[] at, int width, int first, int number)
    {
        var open = new Stack<int>();
        at[first] = number;
        open.Push(first);
        while (open.TryPop(out var i))
        {
            var x = i % width;
            if (x > 0)
                Visit(i - 1);
            if (x < width - 1)
                Visit(i + 1);
            if (i >= width)
                Visit(i - width);
            if (i < at.Length - width)
                Visit(i + width);
        }

        void Visit(int i)
        {
            if (at[i] != 0)
                return;
            at[i] = number;
            open.Push(i);
        }
    }

    private static ImmutableArray<Blob> Patches(int[] at, PictureBox box, int count)
    {
        var runs = Enumerable.Range(0, count).Select(_ => ImmutableArray.CreateBuilder<InkRun>()).ToArray();
        for (var y = 0; y < box.Height; y++)
        {
            var row = at.AsSpan(y * box.Width, box.Width);
            for (var x = 0; x < row.Length;)
            {
                var (start, number) = (x, row[x]);
                while (x < row.Length && row[x] == number)
                    x++;
                if (number >= 2)
                    runs[number - 2].Add(new InkRun(y + box.Top, start + box.Left, x + box.Left));
            }
        }

        return [.. runs.Select(hole => Blob.Of(hole.DrainToImmutable()))];
    }
}
