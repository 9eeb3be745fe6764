using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>The answers of a model that are worth a look.</summary>
/// <param name="Right">How many answers are right.</param>
/// <param name="Wrong">How many are wrong.</param>
/// <param name="Mistakes">
/// The worst mistakes: wrong answers, those with the largest <see cref="Answer.Margin"/> over the true class first.
/// </param>
/// <param name="Doubts">Right answers that were nearly wrong: those with the smallest margin first.</param>
/// <param name="Pairs">Examples for every pair of classes that was confused, the most frequent pair first.</param>
public sealed record AnswerSheet(
    long Right,
    long Wrong,
    ImmutableArray<Answer> Mistakes,
    ImmutableArray<Answer> Doubts,
    ImmutableArray<PairExamples> Pairs)
{
    /// <summary>
    /// Picks answers in one pass. No more are kept at a time than go into the sheet, so there may be any number of them.
    /// </summary>
    /// <param name="answers">All answers, as <see cref="ModelAnswers.Read"/> gives them.</param>
    /// <param name="mistakes">How many of the worst mistakes to keep; at least 0.</param>
    /// <param name="doubts">How many of the most doubtful right answers to keep; at least 0.</param>
    /// <param name="examples">How many answers to keep for each confused pair; at least 0.</param>
    /// <returns>The sheet. Answers of equal margin are in the order of the data.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static AnswerSheet From(IEnumerable<Answer> answers, int mistakes = 44, int doubts = 22, int examples = 6)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfNegative(mistakes);
        ArgumentOutOfRangeException.ThrowIfNegative(doubts);
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        var (right, wrong) = (0L, 0L);
        var worst = new TopAnswers(mistakes, answer => -answer.Margin);
        var doubtful = new TopAnswers(doubts, answer => answer.Margin);
        var pairs = new Dictionary<(int True, int Predicted), (long Count, TopAnswers Top)>();
        foreach (var answer in answers)
        {
            if (answer.IsRight)
            {
                right++;
                doubtful.Add(answer);
                continue;
            }

            wrong++;
            worst.Add(answer);
            var key = (answer.TrueClass, answer.PredictedClass);
            var (count, top) = pairs.TryGetValue(key, out var pair) ? pair : (0, new TopAnswers(examples, wrong => -wrong.Margin));
            top.Add(answer);
            pairs[key] = (count + 1, top);
        }

        return new AnswerSheet(
            right,
            wrong,
            worst.InOrder(),
            doubtful.InOrder(),
            [
                .. pairs.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key)
                    .Select(pair => new PairExamples(pair.Key.True, pair.Key.Predicted, pair.Value.Count, pair.Value.Top.InOrder())),
            ]);
    }

    /// <summary>The examples of one pair.</summary>
    /// <param name="trueClass">The index of the true class.</param>
    /// <param name="predictedClass">The index of the class that it was taken for.</param>
    /// <returns>Some answers, the surest first; none if the pair was never confused.</returns>
    public ImmutableArray<Answer> Examples(int trueClass, int predictedClass)
        => Pairs.FirstOrDefault(pair => (pair.TrueClass, pair.PredictedClass) == (trueClass, predictedClass))?.Examples ?? [];

    /// <summary>The answers of the lowest rank out of many, without keeping the others.</summary>
    private sealed class TopAnswers(int limit, Func<Answer, float> rank)
    {
        // The queue gives the answer to drop first: that of the highest rank, of equal ones the latest.
        private readonly PriorityQueue<Answer, (float Rank, long Row)> _kept = new(
            Comparer<(float Rank, long Row)>.Create((left, right) => right.CompareTo(left)));

        public void Add(Answer answer)
        {
            _kept.Enqueue(answer, (rank(answer), answer.Row));
            if (_kept.Count > limit)
                _kept.Dequeue();
        }

        public ImmutableArray<Answer> InOrder()
            => [.. _kept.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element)];
    }
}
