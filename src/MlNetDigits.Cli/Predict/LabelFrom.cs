namespace MlNetDigits.Cli.Predict;

/// <summary>Where the right answers of pictures are looked for.</summary>
internal enum LabelFrom
{
    /// <summary>In their folders or names, where those are meant so.</summary>
    Auto,

    /// <summary>In their names: the digits after the last underscore.</summary>
    Name,

    /// <summary>In the names of their folders.</summary>
    Folder,

    /// <summary>Nowhere; not in files of rows either.</summary>
    None,
}
