using MlNetDigits.Tests.Native;
using MlNetDigits.Tests.Training;

// Run only by tests that start this assembly as a process of its own; the test host does not call it.
switch (args)
{
    case ["probe-torch", var resultFile]:
        TorchProbe.Write(resultFile);
        return 0;
    case ["probe-learner", var resultFile]:
        LearnerProbe.Write(resultFile);
        return 0;
    default:
        return 2;
}
