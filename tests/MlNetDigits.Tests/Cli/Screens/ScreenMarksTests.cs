namespace MlNetDigits.Tests.Cli.Screens;

public class ScreenMarksTests
{
    [Theory]
    [InlineData("12.25 s; peak memory 345 MB", "<seconds> s; peak memory <size> MB")]
    [InlineData("start 0.36, check 0.29, train 10.19", "start <seconds>, check <seconds>, train <seconds>")]
    [InlineData("1 at once: 0.1 s (0.9 s with reading)", "1 at once: <seconds> s (<seconds> s with reading)")]
    [InlineData("report.html  (63 kB)", "report.html  (<size> kB)")]
    [InlineData("MD5 783f3f52603e7b5ec90ab6f715917acc.", "MD5 <digest>.")]
    [InlineData("sha256 6f14103d907003a3b3474233068a8c357a245cf9f9a90d6cb0a8fd943af039c8", "sha256 <digest>")]
    [InlineData("made 2026-01-02T03:04:05+01:00", "made <date>")]
    [InlineData("made 2026-01-02 03:04 +01:00 here", "made <date> here")]
    [InlineData("/tmp/mlnetdigits-x1/m.zip is not there", "<folder>/m.zip is not there")]
    public void Put_WhatVaries_IsNamed(string text, string marked)
        => Assert.Equal(marked, ScreenMarks.Put(text, ("/tmp/mlnetdigits-x1", "<folder>")));

    [Theory]
    [InlineData("Micro accuracy  0.9110  (911 right, 89 wrong)", "Micro accuracy  #.####  (# right, # wrong)")]
    [InlineData("inputs  156800   -2.747  136.301", "inputs  156800   -#.###  ###.###")]
    [InlineData("  12.50 ±3.54*  15.00 ±10.07", "  ##.## ±#.##*  ##.## ±##.##")]
    [InlineData("15.00 % ± 7.07", "##.## % ± #.##")]
    [InlineData("8 scores 0.38", "8 scores #.##")]
    [InlineData("       2   10.00       0.00    10.00    10.00      2 *", "       2   ##.##       #.##    ##.##    ##.##      2 *")]
    [InlineData("               3   0   1  87   0   1 100   2   2   0   0", "               3   #   #   #   #   #   #   #   #   #   #")]
    public void Put_WhatWasMeasured_KeepsItsWidth(string text, string marked) => Assert.Equal(marked, ScreenMarks.Put(text));

    [Fact]
    public void Put_TableOfEpochs_MarksEndWhereTheNumbersEnded()
        => Assert.Equal(
            """
            epoch  training error  validation error  accuracy        seconds  records/s
                1         #.#####           #.#####    #.####  best   <time>    <speed>
                2         #.#####           #.#####    #.####         <time>    <speed>  cut
            """,
            ScreenMarks.Put(
                """
                epoch  training error  validation error  accuracy        seconds  records/s
                    1         0.51645           0.42116    0.2333  best     0.05       4480
                    2         0.41356           0.40847    0.2833          10.00     499272  cut
                """));

    [Theory]
    [InlineData("--learning-rate 0.05,0.1 --epochs 1..8 --validation 0.1")]
    [InlineData("36561 bytes, 20 rows; 0.00 to 0.05  12")]
    [InlineData("784-200-10 nodes, 158800 weights")]
    [InlineData("  1     1      0  6: a      26,36     58 x 62")]
    public void Put_WhatWasChosen_Stays(string text) => Assert.Equal(text, ScreenMarks.Put(text));
}
