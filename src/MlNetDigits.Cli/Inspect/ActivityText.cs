using System.Globalization;

namespace MlNetDigits.Cli.Inspect;

/// <summary>What the nodes do with records, for a person to read: how their outputs spread, and who is stuck.</summary>
internal static class ActivityText
{
    private const int LineLength = 80;
    private const int Indent = 16;

    /// <summary>Renders what was measured.</summary>
    public static string Render(NetworkActivity activity)
    {
        if (activity.Records == 0)
            return "Saturation      cannot be told: there is no record to measure it on\n";

        var hidden = activity.Hidden;
        var options = InspectCommand.Options;
        var of = Invariant($"of {hidden.Nodes.Length} hidden nodes");
        var constant = Invariant($"Constant        {hidden.Constant.Count()} {of}: deviation below {options.ConstantDeviation}");
        var (inHidden, inOutput) = (Share(hidden.SaturatedShare), Share(activity.Output.SaturatedShare));
        return HistogramText.Render("Outputs of the hidden nodes, each on each record", hidden.Histogram)
            + "\n"
            + Invariant($"Saturated       {hidden.Saturated.Count()} {of}: ")
            + Invariant($"below {options.SaturatedBelow} or above {options.SaturatedAbove}\n")
            + Invariant($"                on at least {Share(options.SaturatedShare)} of the records\n")
            + Kind(hidden, NodeSaturation.Off, "off")
            + Kind(hidden, NodeSaturation.On, "on")
            + Kind(hidden, NodeSaturation.Switch, "off or on")
            + List(constant, hidden.Constant)
            + $"Of all outputs  {inHidden} are saturated in the hidden layer, {inOutput} in the last\n";
    }

    /// <summary>A share in percent.</summary>
    public static string Share(double value) => double.IsNaN(value) ? "-" : Invariant($"{100 * value:0.#} %");

    private static string Kind(LayerActivity layer, NodeSaturation saturation, string name)
    {
        var nodes = layer.Saturated.Where(node => node.Saturation == saturation).ToArray();
        return nodes.Length == 0 ? "" : List(Invariant($"  {name,-14}{nodes.Length}"), nodes);
    }

    /// <summary>A line and the nodes' numbers, broken where a line is full.</summary>
    private static string List(string start, IEnumerable<NodeActivity> nodes)
    {
        var (text, line) = ("", start);
        foreach (var (position, node) in nodes.Index())
        {
            var next = Invariant($"{(position == 0 ? ": " : ", ")}{node.Index}");
            if (line.Length + next.Length >= LineLength)
            {
                text += line + (position == 0 ? ":" : ",") + "\n";
                line = new string(' ', Indent);
                next = next[2..];
            }

            line += next;
        }

        return text + line + "\n";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
