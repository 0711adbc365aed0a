using System.Collections.Immutable;

namespace KediriLapor.Deadlines;

/// <summary>The calendar as it is edited: immutable, so that the one before and the one after can be compared, and tried out.</summary>
public sealed record CalendarDraft(ImmutableSortedDictionary<DateOnly, Holiday> Days, ImmutableSortedDictionary<DateOnly, OfficeHours> Hours)
{
    public static CalendarDraft Of(IEnumerable<Holiday> days, IEnumerable<OfficeHours> hours) =>
        new(days.ToImmutableSortedDictionary(day => day.Date, day => day), hours.ToImmutableSortedDictionary(period => period.ValidFrom, period => period));

    public WorkingCalendar Calendar => new(Days.Values, Hours.Values);

    public CalendarDraft With(Holiday day) =>
        this with { Days = Days.SetItem(day.Date, Same(Days.GetValueOrDefault(day.Date), day) ? Days[day.Date] : day) };

    public CalendarDraft With(OfficeHours period) => this with { Hours = Hours.SetItem(period.ValidFrom, period) };

    public CalendarDraft WithoutDay(DateOnly date) => this with { Days = Days.Remove(date) };

    public CalendarDraft WithoutHours(DateOnly validFrom) => this with { Hours = Hours.Remove(validFrom) };

    /// <summary>Every year that <paramref name="decreed"/> names has these days off and no others.</summary>
    public CalendarDraft WithYears(IReadOnlyCollection<Holiday> decreed)
    {
        var years = decreed.Select(day => day.Date.Year).ToHashSet();
        var dates = decreed.Select(day => day.Date).ToHashSet();
        var kept = this with { Days = Days.RemoveRange(Days.Keys.Where(date => years.Contains(date.Year) && !dates.Contains(date))) };
        return decreed.Aggregate(kept, (draft, day) => draft.With(day));
    }

    /// <summary>The days that differ from <paramref name="before"/>; where a day comes from is no difference.</summary>
    public IReadOnlyList<ChangedDay> DaysSince(CalendarDraft before) =>
    [
        .. before.Days.Keys.Union(Days.Keys).Order()
            .Where(date => !Same(before.Days.GetValueOrDefault(date), Days.GetValueOrDefault(date)))
            .Select(date => new ChangedDay(date, Off(before.Days.GetValueOrDefault(date)), Off(Days.GetValueOrDefault(date)))),
    ];

    public IReadOnlyList<ChangedHours> HoursSince(CalendarDraft before) =>
    [
        .. before.Hours.Keys.Union(Hours.Keys).Order()
            .Select(from => new ChangedHours(from, before.Hours.GetValueOrDefault(from), Hours.GetValueOrDefault(from)))
            .Where(change => change.Before != change.After),
    ];

    private static bool Same(Holiday? one, Holiday? other) => one?.Date == other?.Date && one?.Name == other?.Name && one?.Kind == other?.Kind;

    private static DayOff? Off(Holiday? day) => day is null ? null : new DayOff(day.Name, day.Kind);
}
