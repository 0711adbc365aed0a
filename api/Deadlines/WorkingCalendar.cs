using System.Collections.Frozen;
using System.Collections.Immutable;
using KediriLapor.Platform;

namespace KediriLapor.Deadlines;

/// <summary>
/// Counts working days: Monday to Friday without national holidays and joint leave, in WIB. Immutable; a changed holiday or
/// changed hours make a new calendar, and every deadline computed from it is right again.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, string> holidays;
    private readonly FrozenSet<int> knownYears;
    private readonly ImmutableArray<OfficeHours> latestHoursFirst;

    /// <param name="holidays">In any order; several on one day are named together.</param>
    /// <param name="officeHours">Where several hold on a day the one with the latest start does, so Ramadan overrides the year.</param>
    /// <exception cref="ArgumentException">Hours that close before they open.</exception>
    public WorkingCalendar(IEnumerable<Holiday> holidays, IEnumerable<OfficeHours> officeHours)
    {
        this.holidays = holidays
            .GroupBy(holiday => holiday.Date, holiday => holiday.Label)
            .ToFrozenDictionary(day => day.Key, day => string.Join(" dan ", day));
        knownYears = this.holidays.Keys.Select(day => day.Year).ToFrozenSet();
        latestHoursFirst = [.. officeHours.OrderByDescending(hours => hours.ValidFrom)];
        if (latestHoursFirst.FirstOrDefault(hours => hours.Closes <= hours.Opens) is { } wrong)
        {
            throw new ArgumentException($"Office hours from {wrong.ValidFrom:O} close before they open.", nameof(officeHours));
        }
    }

    /// <summary>How often the calendar had been edited (<see cref="CalendarChange.Version"/>): a deadline remembers which one it was counted on.</summary>
    public int Version { get; init; }

    public bool IsWorkingDay(DateOnly day) => !IsWeekend(day) && !holidays.ContainsKey(day);

    /// <summary>The hours in force on a day, working day or not.</summary>
    public OfficeHours HoursOn(DateOnly day) => latestHoursFirst.FirstOrDefault(hours => hours.HoldOn(day)) ?? OfficeHours.Usual;

    /// <summary>
    /// The day on which something counts as received: its own when it comes on a working day up to closing time (before opening
    /// included), else the next working day.
    /// </summary>
    public DateOnly ReceiptDay(DateTimeOffset instant)
    {
        var day = IndonesianDate.InWib(instant).Day;
        return WhyNotThatDay(instant) is null ? day : NextWorkingDay(day, []);
    }

    /// <summary>
    /// Due at closing time of the n-th working day after the <see cref="ReceiptDay"/>. In years whose holidays are not known only
    /// weekends are skipped, and a line says so.
    /// </summary>
    /// <param name="workingDays">At least 1; what is due sooner is an emergency (<see cref="Deadline.InMinutes"/>).</param>
    /// <param name="pauses">A working day at whose closing time the city waited for the reporter is not counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 working day.</exception>
    public Deadline DueAfter(DateTimeOffset receivedAt, int workingDays, params ImmutableArray<Pause> pauses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var arrival = IndonesianDate.InWib(receivedAt).Day;
        var shift = WhyNotThatDay(receivedAt);
        List<DateOnly> freeBeforeFirst = [], freeAfterFirst = [];
        var receipt = shift is null ? arrival : NextWorkingDay(arrival, freeBeforeFirst);
        var waited = new int[pauses.Length];
        var first = NextCountedDay(receipt, freeBeforeFirst, pauses, waited);
        var last = first;
        for (var counted = 1; counted < workingDays; counted++)
        {
            last = NextCountedDay(last, freeAfterFirst, pauses, waited);
        }

        var dueAt = ClosingOf(last);
        return new(dueAt,
        [
            Deadline.Received(receivedAt),
            .. shift is null ? [] : Line($"Dihitung sebagai diterima {IndonesianDate.Format(receipt)}, karena {shift}."),
            .. HolidaysAmong(freeBeforeFirst),
            .. Line($"Hari kerja ke-1: {IndonesianDate.Format(first)}."),
            .. HolidaysAmong(freeAfterFirst),
            .. WeekendsAmong([.. freeBeforeFirst, .. freeAfterFirst]),
            .. pauses.Zip(waited).Where(pair => pair.Second > 0).Select(pair => Deadline.Waited(pair.First, $"{pair.Second} hari kerja")),
            .. UnknownYears(arrival.Year, last.Year),
            Deadline.Due(dueAt, $"Tenggat, hari kerja ke-{workingDays}"),
        ]);
    }

    /// <summary>Due at closing time of a day that somebody named, working day or not.</summary>
    /// <param name="from">When the day was named.</param>
    /// <param name="pauses">A working day until then at whose closing time the city waited for the reporter is given back after it.</param>
    public Deadline DueOn(DateTimeOffset from, DateOnly day, params ImmutableArray<Pause> pauses)
    {
        ImmutableArray<Pause> since = [.. pauses.Where(pause => pause.Until > from)];
        var waited = new int[since.Length];
        for (var passed = IndonesianDate.InWib(from).Day; since.Length > 0 && passed <= day; passed = passed.AddDays(1))
        {
            if ((passed == day || IsWorkingDay(passed)) && Covering(passed, since) is var pause and >= 0)
            {
                waited[pause]++;
            }
        }

        var last = day;
        for (var owed = waited.Sum(); owed > 0; owed--)
        {
            last = NextCountedDay(last, [], since, waited);
        }

        var dueAt = ClosingOf(last);
        return new(dueAt,
        [
            .. Line($"Dijadwalkan {IndonesianDate.Format(from)} untuk {IndonesianDate.Format(day)}."),
            .. since.Zip(waited).Where(pair => pair.Second > 0).Select(pair => Deadline.Waited(pair.First, $"{pair.Second} hari kerja")),
            Deadline.Due(dueAt, "Tenggat"),
        ]);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DeadlineLine[] Line(string text) => [new(null, text)];

    /// <summary>Why something does not count as received on the day it came; null when it does.</summary>
    private string? WhyNotThatDay(DateTimeOffset instant)
    {
        var (day, time) = IndonesianDate.InWib(instant);
        var hours = HoursOn(day);
        return holidays.GetValueOrDefault(day) is { } holiday ? $"{IndonesianDate.Format(day)} adalah {holiday}"
            : IsWeekend(day) ? $"{IndonesianDate.Format(day)} bukan hari kerja"
            : time > hours.Closes ? $"masuk sesudah jam kerja ({IndonesianDate.Format(hours.Opens)}-{IndonesianDate.Format(hours.Closes)} WIB)"
            : null;
    }

    /// <summary>The first working day after <paramref name="day"/>; the free days on the way are added to <paramref name="free"/>.</summary>
    private DateOnly NextWorkingDay(DateOnly day, List<DateOnly> free)
    {
        for (day = day.AddDays(1); !IsWorkingDay(day); day = day.AddDays(1))
        {
            free.Add(day);
        }

        return day;
    }

    /// <summary>The first working day after <paramref name="day"/> that no pause takes out; what a pause takes is added to its number in <paramref name="waited"/>.</summary>
    private DateOnly NextCountedDay(DateOnly day, List<DateOnly> free, ImmutableArray<Pause> pauses, int[] waited)
    {
        while (true)
        {
            day = NextWorkingDay(day, free);
            if (Covering(day, pauses) is not (var pause and >= 0))
            {
                return day;
            }

            waited[pause]++;
        }
    }

    /// <summary>Which pause holds the closing time of a day; -1 when none does.</summary>
    private int Covering(DateOnly day, ImmutableArray<Pause> pauses)
    {
        var closing = ClosingOf(day);
        return Enumerable.Range(0, pauses.Length).FirstOrDefault(i => pauses[i].From <= closing && closing < pauses[i].Until, -1);
    }

    private DateTimeOffset ClosingOf(DateOnly day) => new(day, HoursOn(day).Closes, IndonesianDate.Wib);

    /// <summary>Each by name; a holiday on a Sunday delays nothing and is not told.</summary>
    private IEnumerable<DeadlineLine> HolidaysAmong(IEnumerable<DateOnly> freeDays) =>
        freeDays
            .Where(day => !IsWeekend(day))
            .SelectMany(day => Line($"{IndonesianDate.Format(day)} dilewati: {holidays[day]}."));

    private static DeadlineLine[] WeekendsAmong(IEnumerable<DateOnly> freeDays) =>
        freeDays.Count(IsWeekend) is var days and not 0 ? Line($"Sabtu dan Minggu dilewati: {days} hari.") : [];

    private IEnumerable<DeadlineLine> UnknownYears(int from, int to) =>
        Enumerable.Range(from, to - from + 1)
            .Where(year => !knownYears.Contains(year))
            .SelectMany(year => Line($"Hari libur tahun {year} belum ditetapkan: hanya Sabtu dan Minggu yang dilewati."));
}
