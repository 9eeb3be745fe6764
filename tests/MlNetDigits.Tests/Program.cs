using MlNetDigits.Tests.Native;

// Run only by tests that start this assembly as a process of its own; the test host does not call it.
if (args is not ["probe-torch", var resultFile])
    return 2;

TorchProbe.Write(resultFile);
return 0;
