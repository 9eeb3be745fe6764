using System.CommandLine;
using MlNetDigits.Benchmarks;

return new RootCommand("Measures MlNetDigits: its pieces, against what a user would pick instead, against the machine's limit.")
{
    PiecesCommand.Create(),
    CompareCommand.Create(),
    ReportCommand.Create(),
    CsvCommand.Create(),
    LimitCommand.Create(),
    GrowthCommand.Create(),
    GrowthStepCommand.Create(),
}.Parse(args).Invoke();
