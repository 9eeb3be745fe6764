using System.CommandLine;
using MlNetDigits.Benchmarks;

const string description =
    "Measures MlNetDigits: its pieces, against what a user would pick instead, against the machine's limit.";

return new RootCommand(description)
{
    PiecesCommand.Create(),
    CompareCommand.Create(),
    ScoreCommand.Create(),
    ReportCommand.Create(),
    CsvCommand.Create(),
    LimitCommand.Create(),
    GrowthCommand.Create(),
    GrowthStepCommand.Create(),
    ProcessesCommand.Create(),
    ProcessStepCommand.Create(),
    ConfidenceCommand.Create(),
    DrawCommand.Create(),
    MeasureCommand.Create(),
}.Parse(args).Invoke();
