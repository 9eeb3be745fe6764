using CsCheck;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class WorkingPictureTests
{
    [Fact]
    public void Place_PixelOfAnEnlargedPicture_IsThatPixel()
        => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[1, 8], Gen.Int[0, 6])
            .SelectMany((width, height, factor, margin) => Gen.Select(Gen.Int[0, width - 1], Gen.Int[0, height - 1])
                .Select((x, y) => (width, height, factor, margin, x, y)))
            .ForAll(at =>
            {
                var working = WorkingPicture.Enlarge(Sheet.Blank(at.width, at.height), at.factor, at.margin, 255);

                Assert.Equal((at.width + (2 * at.margin)) * at.factor, working.Picture.Width);
                Assert.Equal(
                    new PictureBox(at.x, at.y, 1, 1),
                    working.Place(new((at.x + at.margin) * at.factor, (at.y + at.margin) * at.factor, at.factor, at.factor)));
            });

    [Fact]
    public void Place_BoxInTheMargin_IsInThePicture()
    {
        var working = WorkingPicture.Enlarge(Sheet.Blank(8, 5), factor: 4, margin: 3, paper: 255);

        Assert.Equal(new PictureBox(0, 0, 8, 5), working.Place(new(2, 2, 50, 40)));
        Assert.Equal(new PictureBox(7, 4, 1, 1), working.Place(new(50, 40, 2, 2)));
    }

    [Fact]
    public void Place_BoxOfAShrunkPicture_CoversItsPixels()
        => Assert.Equal(new PictureBox(6, 9, 4, 1), WorkingPicture.Shrink(Sheet.Blank(10, 10), 3).Place(new(2, 3, 2, 1)));
}
