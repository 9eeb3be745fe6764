using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Distortions;

/// <summary>What an engine gets to see of distorted records.</summary>
public class DistortedGroupsTests
{
    private static readonly MadeRecords Dense = MadeRecords.Create(count: 150, features: 35, classes: 4, seed: 1);

    /// <summary>With and without a background.</summary>
    public static TheoryData<bool> Kinds => [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Make_GroupsOfAnySizeAndOrder_GiveEachRecordTheSameImage(bool isSparse)
    {
        var records = Records(isSparse);
        var expected = Read(records, EpochOrder.OfData(records.Count), groupSize: 1, isBackward: false);

        var shuffled = EpochOrder.Shuffled(EpochOrder.OfData(records.Count), seed: 3, epoch: 1);

        Assert.All([7, 32, 33, 150], groupSize => Assert.Equal(expected, Read(records, shuffled, groupSize, isBackward: false)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void RunPanel_PartsInAnotherOrder_GiveTheSameGroup(bool isSparse)
    {
        var records = Records(isSparse);
        var order = EpochOrder.OfData(records.Count);

        Assert.Equal(
            Read(records, order, groupSize: 150, isBackward: false),
            Read(records, order, groupSize: 150, isBackward: true));
    }

    [Fact]
    public void Begin_BlockThatStartsLater_DistortsByTheNumberInTheData()
    {
        var records = Records(isSparse: true);
        var whole = Read(records, EpochOrder.OfData(records.Count), groupSize: 10, isBackward: false);
        var groups = new DistortedGroups(Distorter(), records, groupSize: 10);

        // The records again, as if 40 others had been before them.
        groups.Make(Work(records, [0]) with { FirstRecord = 40 }, 0, 1);

        Assert.NotEqual(whole[0], Features(groups.Records, groups.Order[0]));
    }

    [Fact]
    public void Begin_NextGroups_LeavesTheTwoBeforeAsTheyAre()
    {
        var records = Records(isSparse: true);
        var work = Work(records, EpochOrder.OfData(records.Count));
        var groups = new DistortedGroups(Distorter(), records, groupSize: 20);
        groups.Make(work, 0, 20);
        var (before, order) = (groups.Records, groups.Order.ToArray());
        var expected = order.Select(record => Features(before, record)).ToArray();

        groups.Make(work, 20, 20);
        groups.Make(work, 40, 20);

        Assert.Equal(expected, order.Select(record => Features(before, record)));
    }

    private static TrainingRecords Records(bool isSparse)
        => (isSparse ? Dense.WithBackground(0.01f, share: 0.8, seed: 1) : Dense).ToTrainingRecords();

    private static RecordDistorter Distorter()
        => new(new ImageDistortions { Rotation = 30, Shift = 1, Elastic = 1, ElasticSmoothness = 2 }, new ImageShape(5, 7), seed: 9);

    private static EpochWork Work(TrainingRecords records, int[] order) => EngineWork.Of(records, order, 0.1f) with { Epoch = 2 };

    /// <summary>The distorted features of each record, whatever the order.</summary>
    private static float[][] Read(TrainingRecords records, int[] order, int groupSize, bool isBackward)
    {
        var groups = new DistortedGroups(Distorter(), records, groupSize);
        var work = Work(records, order);
        var read = new float[records.Count][];
        for (var start = 0; start < order.Length; start += groupSize)
        {
            groups.Begin(work, start, Math.Min(groupSize, order.Length - start));
            var parts = Enumerable.Range(0, groups.Parts);
            foreach (var part in isBackward ? parts.Reverse() : parts)
                groups.RunPanel(part);
            for (var i = 0; i < groups.Order.Length; i++)
            {
                Assert.Equal(records.Label(order[start + i]), groups.Records.Label(groups.Order[i]));
                read[order[start + i]] = Features(groups.Records, groups.Order[i]);
            }
        }

        return read;
    }

    private static float[] Features(TrainingRecords records, int record)
    {
        var features = new float[records.Features];
        records.CopyFeatures(record, features);
        return features;
    }
}
