using KediriLapor.Reports.Model;
using KediriLapor.Webhooks;

namespace KediriLapor.Model.Tests.Webhooks;

public sealed class PaceTests
{
    [TestCase(1, 5)]
    [TestCase(2, 20)]
    [TestCase(3, 80)]
    [TestCase(4, 320)]
    [TestCase(7, 20_480)]
    [TestCase(8, 43_200)]
    [TestCase(14, 43_200)]
    public void Each_wait_is_four_times_the_one_before_up_to_half_a_day_and_a_fifth_more_or_less(int attempts, int seconds)
    {
        Assert.That(Delivery.WaitAfter(attempts, 0.5).TotalSeconds, Is.EqualTo(seconds).Within(0.01));
        Assert.That(Delivery.WaitAfter(attempts, 0).TotalSeconds, Is.EqualTo(seconds * 0.8).Within(0.01));
        Assert.That(Delivery.WaitAfter(attempts, 1).TotalSeconds, Is.EqualTo(seconds * 1.2).Within(0.01));
    }

    [Test]
    public void Every_kind_of_event_has_a_name_of_its_own()
    {
        Assert.That(EventTypes.All, Has.Count.EqualTo(Enum.GetValues<ReportEventType>().Length).And.Unique);
        Assert.That(EventTypes.All, Is.All.Match("^report\\.[a-z_]+$"));
        Assert.That(EventTypes.All.Select(type => type.Length), Is.All.LessThanOrEqualTo(Delivery.TypeMax));
    }
}
