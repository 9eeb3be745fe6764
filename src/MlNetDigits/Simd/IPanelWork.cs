namespace MlNetDigits;

/// <summary>Work that falls into panels which do not depend on one another.</summary>
internal interface IPanelWork
{
    /// <summary>Does one panel's part.</summary>
    void RunPanel(int panel);
}
