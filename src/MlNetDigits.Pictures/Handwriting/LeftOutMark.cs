namespace MlNetDigits.Pictures;

/// <summary>Ink of a picture that was taken for no digit.</summary>
/// <param name="Kind">What it was taken for: <c>line</c>, <c>frame</c>, <c>grid</c>, <c>sheet edge</c>, <c>sign</c>,
/// <c>small mark</c>, <c>speck</c>.</param>
/// <param name="Box">Where it is in the picture; of several the box around all.</param>
/// <param name="Count">How many there are.</param>
public sealed record LeftOutMark(string Kind, PictureBox Box, int Count = 1);
