namespace MlNetDigits;

/// <summary>Where a saturated node's output lies.</summary>
public enum NodeSaturation
{
    /// <summary>The node is not saturated.</summary>
    None,

    /// <summary>Near 0 on nearly all records: it is off, and there it hardly learns.</summary>
    Off,

    /// <summary>Near 1 on nearly all records: it is on, and there it hardly learns.</summary>
    On,

    /// <summary>Near 0 on some and near 1 on others, and hardly ever between: it decides like a switch.</summary>
    Switch,
}
