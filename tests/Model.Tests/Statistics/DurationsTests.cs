using KediriLapor.Statistics.Counting;

namespace KediriLapor.Model.Tests.Statistics;

public sealed class DurationsTests
{
    [Test]
    public void Times_of_parts_add_up_to_those_of_the_whole()
    {
        var (all, sum) = (new Durations(), new Durations());
        foreach (var part in Some(3000).Chunk(700))
        {
            var one = new Durations();
            foreach (var duration in part)
            {
                one.Add(duration);
                all.Add(duration);
            }

            sum.Add(one.Stored());
        }

        Assert.That(sum.Stored(), Is.EqualTo(all.Stored()));
        Assert.That(sum.Count, Is.EqualTo(3000));
    }

    [TestCase(0.1)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    [TestCase(1)]
    public void A_percentile_is_as_near_as_it_is_said_to_be(double share)
    {
        var (durations, sorted) = (new Durations(), Some(2001).Order().ToArray());
        foreach (var duration in sorted)
        {
            durations.Add(duration);
        }

        var exact = sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        Assert.That(durations.Within(share)!.Value / exact, Is.InRange(1 / 1.19, 1.19));
    }

    [TestCase(0, 0)]
    [TestCase(60, 0)]
    [TestCase(61, 1)]
    [TestCase(120, 4)]
    [TestCase(121, 5)]
    [TestCase(-5, 0)]
    [TestCase(1_000_000_000, 80)]
    public void A_time_is_put_into_the_class_of_its_length(int seconds, int expected) =>
        Assert.That(Durations.ClassOf(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));

    [Test]
    public void Nothing_has_no_percentile() => Assert.That(new Durations().Within(0.5), Is.Null);

    /// <summary>Minutes to months, as reports take.</summary>
    private static TimeSpan[] Some(int count)
    {
        var random = new Random(20261128);
        return Enumerable.Range(0, count).Select(_ => TimeSpan.FromMinutes(Math.Pow(2, 2 + (random.NextDouble() * 14)))).ToArray();
    }
}
