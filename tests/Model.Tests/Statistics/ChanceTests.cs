using KediriLapor.Statistics;
using KediriLapor.Statistics.Alarms;

namespace KediriLapor.Model.Tests.Statistics;

public sealed class ChanceTests
{
    /// <summary>By the tables of Poisson's law: the smallest count met by chance less often than once in a thousand.</summary>
    [TestCase(0, 5, Description = "one report would do, but one is no matter for the city")]
    [TestCase(0.1, 5)]
    [TestCase(1, 6)]
    [TestCase(2, 9)]
    [TestCase(5, 14)]
    [TestCase(10, 22)]
    public void The_limit_is_where_chance_ends(double expected, int limit) => Assert.That(ControlLimit.Upper(expected), Is.EqualTo(limit));

    [TestCase(0, 10, 0, 0.2775)]
    [TestCase(5, 10, 0.2366, 0.7634)]
    [TestCase(10, 10, 0.7225, 1)]
    [TestCase(90, 100, 0.8256, 0.9448)]
    public void An_interval_is_the_one_that_Wilson_gives(int part, int whole, double low, double high)
    {
        var interval = Interval.Of(part, whole);
        Assert.That(interval.Low, Is.EqualTo(low).Within(0.0001));
        Assert.That(interval.High, Is.EqualTo(high).Within(0.0001));
    }
}
