using System.Globalization;
using SkiaSharp;

namespace MlNetDigits.Benchmarks;

/// <summary>How a pen goes to write each digit, in a box of 0.6 x 1 (downwards), in one or two usual ways.</summary>
internal static class DigitStrokes
{
    /// <summary>The ways to write a digit.</summary>
    public static IReadOnlyList<PenStroke[]> Of(int digit) => All[digit];

    private static readonly PenStroke[][][] All =
    [
        [
            [Curve("0.34,0.01 0.12,0.14 0.02,0.52 0.13,0.9 0.34,0.98 0.54,0.76 0.58,0.36 0.46,0.06 0.3,0.02")],
        ],
        [
            [Line("0.32,0 0.29,1")],
            [Line("0.12,0.24 0.36,0 0.34,1")],
        ],
        [
            [Curve("0.05,0.25 0.17,0.04 0.42,0.03 0.54,0.22 0.44,0.5 0.22,0.77 0.03,0.97"), Line("0.03,0.97 0.58,0.94")],
            [Curve("0.06,0.22 0.22,0.02 0.46,0.06 0.52,0.28 0.36,0.58 0.08,0.9 0.06,0.78 0.22,0.8 0.4,0.95 0.59,0.92")],
        ],
        [
            [Curve("0.06,0.12 0.26,0 0.5,0.1 0.47,0.33 0.22,0.46"), Curve("0.22,0.46 0.5,0.54 0.56,0.78 0.32,1 0.04,0.88")],
            [Line("0.06,0.03 0.52,0.02 0.25,0.41"), Curve("0.25,0.41 0.52,0.5 0.54,0.82 0.3,1 0.03,0.9")],
        ],
        [
            [Line("0.13,0 0.03,0.56 0.57,0.53"), Line("0.44,0.12 0.4,1")],
            [Line("0.44,0.02 0.02,0.66 0.6,0.66"), Line("0.44,0.02 0.41,1")],
        ],
        [
            [Line("0.14,0.03 0.09,0.43"), Curve("0.09,0.43 0.33,0.36 0.56,0.6 0.42,0.94 0.04,0.93"), Line("0.14,0.03 0.55,0.01")],
        ],
        [
            [Curve("0.46,0 0.2,0.28 0.05,0.66 0.17,0.96 0.44,0.95 0.54,0.72 0.36,0.55 0.1,0.69")],
        ],
        [
            [Line("0.03,0.05 0.56,0.03 0.22,1")],
            [Line("0.03,0.05 0.56,0.03 0.22,1"), Line("0.17,0.5 0.53,0.47")],
        ],
        [
            [Curve("0.49,0.13 0.28,0 0.1,0.15 0.26,0.42 0.51,0.66 0.48,0.92 0.26,1 0.06,0.84 0.16,0.6 0.4,0.4 0.5,0.22 0.49,0.13")],
        ],
        [
            [Curve("0.51,0.15 0.3,0 0.08,0.16 0.11,0.4 0.32,0.47 0.5,0.26 0.52,0.1"), Line("0.52,0.1 0.44,1")],
            [Curve("0.51,0.15 0.3,0 0.08,0.16 0.11,0.4 0.32,0.47 0.5,0.26 0.52,0.1"), Curve("0.52,0.1 0.52,0.6 0.38,0.95 0.1,0.96")],
        ],
    ];

    private static PenStroke Curve(string points) => new(Points(points), IsCurve: true);

    private static PenStroke Line(string points) => new(Points(points), IsCurve: false);

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static SKPoint[] Points(string points) =>
    [
        .. points.Split(' ').Select(point => point.Split(','))
            .Select(xy => new SKPoint(Number(xy[0]), Number(xy[1]))),
    ];
}
