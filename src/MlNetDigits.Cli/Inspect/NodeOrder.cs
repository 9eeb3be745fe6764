namespace MlNetDigits.Cli.Inspect;

/// <summary>In which order hidden nodes are shown.</summary>
internal enum NodeOrder
{
    /// <summary>The largest norm of the input weights first.</summary>
    Norm,

    /// <summary>As they are in the network.</summary>
    Index,

    /// <summary>The largest norm of the output weights first: the loudest votes.</summary>
    Votes,

    /// <summary>By the class that a node votes for most, then the loudest votes first.</summary>
    Class,

    /// <summary>The largest share of records on which the node is saturated first; needs data.</summary>
    Saturation,
}
