using System.Collections.Immutable;
using CsCheck;
using KediriLapor.Deadlines;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Deadlines;

public class WorkingCalendarProperties
{
    /// <summary>From before the first known year to beyond the last, to the second, in any offset.</summary>
    private static readonly Gen<DateTimeOffset> Instants = Gen.Select(
        Gen.Int[0, 5 * 366 * 24 * 3600], Gen.Int[-12, 14],
        (seconds, offset) => Wib("2024-06-01").AddSeconds(seconds).ToOffset(TimeSpan.FromHours(offset)));

    private static readonly Gen<int> WorkingDays = Gen.Int[1, 60];

    /// <summary>Hours waited and hours between, one after the other.</summary>
    private static readonly Gen<(int Gap, int Length)[]> Waits = Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400]).Array[0, 4];

    [Test]
    public void Due_is_what_counting_day_by_day_gives() =>
        Gen.Select(Instants, WorkingDays, Waits).Sample(
            (at, days, waits) => Shipped.DueAfter(at, days, Pauses(at, waits)).DueAt == CountedByHand(at, days, Pauses(at, waits)), iter: 5_000);

    [Test]
    public void Waiting_gives_back_exactly_the_working_days_that_it_took() =>
        Gen.Select(Instants, WorkingDays, Gen.Int[0, 400], Gen.Int[0, 900]).Sample(
            (at, days, gap, length) =>
            {
                var pauses = Pauses(at, [(gap, length)]);
                var (without, with) = (Shipped.DueAfter(at, days), Shipped.DueAfter(at, days, pauses));
                var taken = Enumerable.Range(1, 500).Select(n => Shipped.DueAfter(at, n).DueAt).TakeWhile(closing => closing < pauses[0].Until)
                    .Count(closing => pauses[0].From <= closing);
                return pauses[0].From > without.DueAt ? with.DueAt == without.DueAt : with.DueAt == Shipped.DueAfter(at, days + taken).DueAt;
            },
            iter: 2_000);

    [Test]
    public void Emergency_minutes_rest_exactly_as_long_as_one_waits() =>
        Gen.Select(Instants, Gen.Int[1, 240], Waits).Sample(
            (at, minutes, waits) =>
            {
                var pauses = Pauses(at, waits);
                var (clock, left) = (at, TimeSpan.FromMinutes(minutes));
                foreach (var pause in pauses.Where(pause => pause.Until > pause.From))
                {
                    if (pause.From - clock >= left)
                    {
                        break;
                    }

                    (clock, left) = (pause.Until, left - (pause.From - clock));
                }

                return Deadline.InMinutes(at, minutes, pauses).DueAt == clock + left;
            },
            iter: 2_000);

    [Test]
    public void What_is_received_later_is_never_due_earlier() =>
        Gen.Select(Instants, Gen.Int[0, 400_000], WorkingDays).Sample(
            (at, seconds, days) => Shipped.DueAfter(at, days).DueAt <= Shipped.DueAfter(at.AddSeconds(seconds), days).DueAt, iter: 5_000);

    [Test]
    public void A_day_more_is_always_due_later() =>
        Gen.Select(Instants, WorkingDays).Sample((at, days) => Shipped.DueAfter(at, days).DueAt < Shipped.DueAfter(at, days + 1).DueAt, iter: 5_000);

    [Test]
    public void A_further_holiday_never_makes_anything_due_earlier() =>
        Gen.Select(Instants, WorkingDays, Gen.Int[0, 90]).Sample(
            (at, days, later) =>
            {
                var holiday = new Holiday(DateOnly.FromDateTime(at.DateTime).AddDays(later), "Hari Tambahan", HolidayKind.JointLeave);
                var longer = new WorkingCalendar([.. Holidays, holiday], Hours);
                return WorkingDay(Shipped.DueAfter(at, days)) <= WorkingDay(longer.DueAfter(at, days));
            },
            iter: 500);

    /// <summary>The day alone: moved into Ramadan, a later day closes at an earlier hour.</summary>
    private static DateOnly WorkingDay(Deadline deadline) => DateOnly.FromDateTime(deadline.DueAt.DateTime);

    private static ImmutableArray<Pause> Pauses(DateTimeOffset at, (int Gap, int Length)[] waits)
    {
        var pauses = ImmutableArray.CreateBuilder<Pause>();
        foreach (var (gap, length) in waits)
        {
            var from = at.AddHours(gap);
            at = from.AddHours(length);
            pauses.Add(new Pause(from, at));
        }

        return pauses.ToImmutable();
    }

    private static DateTimeOffset CountedByHand(DateTimeOffset at, int workingDays, ImmutableArray<Pause> pauses)
    {
        var local = at.UtcDateTime.AddHours(7);
        var day = local.Date;
        if (IsFree(day) || local.TimeOfDay > Closing(day))
        {
            day = NextWorking(day);
        }

        for (var counted = 0; counted < workingDays;)
        {
            day = NextWorking(day);
            counted += pauses.Any(pause => pause.From <= InWib(day) && InWib(day) < pause.Until) ? 0 : 1;
        }

        return InWib(day);

        static DateTimeOffset InWib(DateTime day) => new(DateTime.SpecifyKind(day + Closing(day), DateTimeKind.Unspecified), TimeSpan.FromHours(7));
    }

    private static DateTime NextWorking(DateTime day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (IsFree(day));
        return day;
    }

    private static bool IsFree(DateTime day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Any(holiday => holiday.Date == DateOnly.FromDateTime(day));

    private static TimeSpan Closing(DateTime day)
    {
        var today = DateOnly.FromDateTime(day);
        var inRamadan = Hours.Any(hours => hours.ValidUntil is not null && hours.ValidFrom <= today && today <= hours.ValidUntil);
        return TimeSpan.FromHours(inRamadan ? 15 : 16);
    }
}
