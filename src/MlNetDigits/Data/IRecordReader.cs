namespace MlNetDigits;

/// <summary>Reads one half of a data set, the pictures or the labels, from start to end.</summary>
internal interface IRecordReader : IDisposable
{
    /// <summary>The file.</summary>
    string Path { get; }

    /// <summary>The array of the file that is read; null if it has only one.</summary>
    string? Array { get; }

    /// <summary>The number of records, by the file's own account.</summary>
    long Count { get; }

    /// <summary>Reads the next records: as many as there is room for, or as are left.</summary>
    /// <param name="records">Receives 784 bytes a picture, or one a label.</param>
    /// <returns>How many; none after the last, or if there is no room for one.</returns>
    /// <exception cref="InvalidInputException">The file is cut short, goes on after the last record, or holds something else.
    /// </exception>
    int Read(Span<byte> records);
}
