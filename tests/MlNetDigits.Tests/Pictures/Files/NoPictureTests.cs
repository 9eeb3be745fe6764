using System.Text;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Files;

/// <summary>Files that people take for pictures that can be read.</summary>
public class NoPictureTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("%PDF-1.7\n", "is a PDF document, not a picture; save its pages as PNG")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "is a HEIC picture, which cannot be read; save it as PNG or JPEG")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "is a HEIC picture")]
    [InlineData("\0\0\0\u001Cftypavif\0\0\0\0avifmif1", "is an AVIF picture")]
    [InlineData("\0\0\0\u0018ftypmp42\0\0\0\0isommp42", "is a film")]
    [InlineData("II*\0\u0008\0\0\0", "is a TIFF or raw picture")]
    [InlineData("MM\0*\0\0\0\u0008", "is a TIFF or raw picture")]
    [InlineData("8BPS\0\u0001", "is a Photoshop picture")]
    [InlineData("\u0093NUMPY\u0001\0", "is a NumPy array")]
    [InlineData("PK\u0003\u0004", "is a zip file, not a picture; unpack it")]
    [InlineData("\u001F\u008B\u0008", "is a packed file, not a picture; unpack it first")]
    [InlineData("\0\0\u0008\u0003\0\0\0\u0001\0\0\0\u001C\0\0\0\u001C", "is an IDX file")]
    [InlineData("<?xml version=\"1.0\"?>\n<svg width=\"28\">", "is an SVG drawing, which cannot be read; save it as PNG")]
    [InlineData("\n<!DOCTYPE html><html>", "is a web page, not a picture; save the picture itself")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "is a note of Git LFS in place of the picture")]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0", "is a damaged PNG picture or was cut short")]
    [InlineData("seven", "is not a picture that can be read")]
    [InlineData("\0\0\u0005\u0003text with two zeros before it", "is not a picture that can be read")]
    public void Read_SomethingElse_SaysWhatItIs(string content, string said)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("7.png", Encoding.Latin1.GetBytes(content));

        var thrown = Assert.Throws<InvalidInputException>(() => PictureFile.Read(path));

        Assert.StartsWith($"{path}: {said}", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BM\u0036\0\0\0\0\0\0\0", true)]
    [InlineData("BMI of the patients, in kg/m2", false)]
    [InlineData("GIF89a", true)]
    [InlineData("RIFF\u0010\0\0\0WEBPVP8L", true)]
    [InlineData("RIFF\u0010\0\0\0WAVEfmt ", false)]
    [InlineData("\0\0\0\u0018ftypheic", false)]
    public void IsReadable_FirstBytes_TellIt(string start, bool isReadable)
        => Assert.Equal(isReadable, PictureSignature.IsReadable(Encoding.Latin1.GetBytes(start)));

    [Fact]
    public void IsPicture_OfAKindThatIsNotRead_IsOne()
        => Assert.True(PictureSignature.IsPicture("\0\0\0\u0018ftypheic"u8));
}
