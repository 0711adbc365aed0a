using KediriLapor.Platform;

namespace KediriLapor.Deadlines;

/// <summary>What a day off was called.</summary>
public sealed record DayOff(string Name, HolidayKind Kind);

/// <summary>One day that an edit added (no before), removed (no after), or renamed.</summary>
public sealed record ChangedDay(DateOnly Date, DayOff? Before, DayOff? After)
{
    internal string Words => After is { } off ? $"{IndonesianDate.Format(Date)} menjadi hari libur ({off.Name})" : $"{IndonesianDate.Format(Date)} menjadi hari kerja";
}

/// <summary>Office hours that an edit set or removed.</summary>
public sealed record ChangedHours(DateOnly ValidFrom, OfficeHours? Before, OfficeHours? After);

/// <summary>What a service promises after an edit: it moves deadlines as a day off does.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Before">Such as <c>3 hari kerja</c>.</param>
public sealed record ChangedTerms(string ServiceCode, string Service, string Before, string After)
{
    internal string Words => $"target “{Service}” menjadi {After} (sebelumnya {Before})";
}

/// <summary>One edit of the calendar: who, when, and every day and period before and after. Rows are only ever added.</summary>
public sealed class CalendarChange
{
    private const int ReasonsTold = 3;

    private CalendarChange()
    {
    }

    public CalendarChange(int version, DateTimeOffset at, Guid? accountId, string byName, IEnumerable<ChangedDay> days, IEnumerable<ChangedHours> hours, params ChangedTerms[] terms)
    {
        Version = version;
        At = at;
        AccountId = accountId;
        ByName = byName;
        Days = [.. days];
        Hours = [.. hours];
        Terms = [.. terms];
    }

    /// <summary>1, 2, 3 … without a gap: the version of the calendar after the edit. As the key it lets one of two edits at once win.</summary>
    public int Version { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null for the program itself.</summary>
    public Guid? AccountId { get; private set; }

    public string ByName { get; private set; } = "";

    public List<ChangedDay> Days { get; private set; } = [];

    public List<ChangedHours> Hours { get; private set; } = [];

    public List<ChangedTerms> Terms { get; private set; } = [];

    /// <summary>Why a deadline moved, in Indonesian: what changed between two days and for this service, the first few by name.</summary>
    public static string Why(IEnumerable<CalendarChange> changes, string serviceCode, DateOnly from, DateOnly until)
    {
        var told = changes.OrderBy(change => change.Version).ToArray();
        // of several edits of one day only the last one holds
        string[] reasons =
        [
            .. told.SelectMany(change => change.Terms).Where(terms => terms.ServiceCode == serviceCode).TakeLast(1).Select(terms => terms.Words),
            .. told.SelectMany(change => change.Days).GroupBy(day => day.Date).Select(day => day.Last())
                .Where(day => from <= day.Date && day.Date <= until).OrderBy(day => day.Date).Select(day => day.Words),
            .. told.SelectMany(change => change.Hours).Select(hours => hours.ValidFrom).Distinct()
                .Where(day => day <= until).Order().Select(day => $"jam kerja sejak {IndonesianDate.Format(day)} berubah"),
        ];
        return reasons.Length == 0 ? "kalender kerja berubah" : string.Join("; ", reasons.Take(ReasonsTold)) + (reasons.Length > ReasonsTold ? "; dan lainnya" : "");
    }
}
