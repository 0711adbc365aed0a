using KediriLapor.Mobmas.Model;
using KediriLapor.Platform;

namespace KediriLapor.Model.Tests.Mobmas;

public sealed class CarHoursTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    private static readonly DateTimeOffset Yesterday = At(10).AddDays(-1);

    [Test]
    public void A_day_without_bookings_is_free_from_six_to_nine_in_the_evening() =>
        Assert.That(CarHours.Free(Day, [], Yesterday), Is.EqualTo(new[] { Slot(6, 21) }));

    [Test]
    public void What_is_free_lies_around_what_is_taken_and_after_now() =>
        Assert.That(CarHours.Free(Day, [Slot(12, 13), Slot(8, 10), Slot(9, 11)], At(7)), Is.EqualTo(new[] { Slot(7, 8), Slot(11, 12), Slot(13, 21) }));

    [Test]
    public void A_gap_that_is_too_short_for_anybody_is_none() =>
        Assert.That(CarHours.Free(Day, [Slot(6, 12), new TimeSlot(At(12).AddMinutes(29), At(21))], Yesterday), Is.Empty);

    [Test]
    public void Another_days_bookings_take_nothing() =>
        Assert.That(CarHours.Free(Day, [new TimeSlot(At(8).AddDays(1), At(9).AddDays(1))], Yesterday), Is.EqualTo(new[] { Slot(6, 21) }));

    [Test]
    public void The_nearest_time_is_told_first_and_is_as_long_as_was_wanted() => Assert.That(
        CarHours.Nearest(Slot(9, 11), [Slot(6, 8), Slot(10, 11), Slot(12, 21)]),
        Is.EqualTo(new[] { Slot(6, 8), Slot(12, 14) }));

    [TestCase(5, 7, "outside_service_hours", "from")]
    [TestCase(20, 22, "outside_service_hours", "until")]
    [TestCase(21, 22, "outside_service_hours", "from")]
    [TestCase(9, 9, "too_short_a_time", "until")]
    [TestCase(10, 9, "too_short_a_time", "until")]
    public void A_time_that_cannot_be_had_names_the_field(int from, int until, string code, string field)
    {
        var refused = Assert.Throws<RuleViolation>(() => CarHours.Check(At(from), At(until), Yesterday))!;
        Assert.That((refused.Code, refused.Field), Is.EqualTo((code, field)));
    }

    [Test]
    public void What_is_past_or_too_far_ahead_is_refused()
    {
        Assert.That(Assert.Throws<RuleViolation>(() => CarHours.Check(At(9), At(10), At(9)))!.Code, Is.EqualTo("in_the_past"));
        Assert.That(Assert.Throws<RuleViolation>(() => CarHours.Check(At(9), At(10), At(8).AddDays(-60)))!.Code, Is.EqualTo("too_far_ahead"));
        Assert.That(CarHours.Check(At(9), At(10), At(9).AddDays(-60)), Is.EqualTo(Slot(9, 10)));
    }

    [Test]
    public void A_time_that_goes_on_into_the_next_day_is_outside_the_hours() =>
        Assert.That(Assert.Throws<RuleViolation>(() => CarHours.Check(At(20), At(7).AddDays(1), Yesterday))!.Field, Is.EqualTo("until"));

    [Test]
    public void Hours_in_the_workshop_are_not_available()
    {
        CarStateSince[] states = [new(At(6), CarState.Available), new(At(12), CarState.Maintenance), new(At(18), CarState.Available), new(At(20).AddDays(1), CarState.Retired)];
        Assert.That(CarStanding.AvailableHours(states, Day, Day), Is.EqualTo(9)); // 6-12, 18-21
        Assert.That(CarStanding.AvailableHours(states, Day.AddDays(-3), Day.AddDays(5)), Is.EqualTo(9 + 14));
        Assert.That(CarStanding.AvailableHours([], Day, Day), Is.Zero);
    }

    private static DateTimeOffset At(int hour) => new DateTimeOffset(Day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(7)).ToUniversalTime();

    private static TimeSlot Slot(int from, int until) => new(At(from), At(until));
}
