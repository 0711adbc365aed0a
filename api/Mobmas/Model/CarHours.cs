using KediriLapor.Platform;

namespace KediriLapor.Mobmas.Model;

/// <summary>A span of time, its end not in it.</summary>
public sealed record TimeSlot(DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until - From;

    public bool Meets(TimeSlot other) => From < other.Until && other.From < Until;
}

/// <summary>When the cars are there for people, and what of that is free. Pure arithmetic in WIB.</summary>
public static class CarHours
{
    public static readonly TimeOnly Opens = new(6, 0);

    public static readonly TimeOnly Closes = new(21, 0);

    /// <summary>How far ahead a car can be asked for.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(60);

    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    public static double HoursADay => (Closes - Opens).TotalHours;

    public static TimeSlot Of(DateOnly day) =>
        new(new DateTimeOffset(day.ToDateTime(Opens), IndonesianDate.Wib).ToUniversalTime(), new DateTimeOffset(day.ToDateTime(Closes), IndonesianDate.Wib).ToUniversalTime());

    /// <exception cref="RuleViolation">The field at fault: <c>until</c> not after <c>from</c>, in the past, too far ahead, too short, outside one day's hours.</exception>
    public static TimeSlot Check(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var slot = new TimeSlot(from.ToUniversalTime(), until.ToUniversalTime());
        if (slot.From <= now)
        {
            throw new RuleViolation("in_the_past", field: "from");
        }

        if (slot.From > now + Ahead)
        {
            throw new RuleViolation("too_far_ahead", field: "from").With("days", (int)Ahead.TotalDays);
        }

        if (slot.Length < Shortest)
        {
            throw new RuleViolation("too_short_a_time", field: "until").With("minutes", (int)Shortest.TotalMinutes);
        }

        var day = Of(IndonesianDate.InWib(slot.From).Day);
        return slot.From < day.From || slot.From >= day.Until ? throw Outside("from") : slot.Until > day.Until ? throw Outside("until") : slot;
    }

    /// <summary>What is left of a day's hours from <paramref name="now"/> on, around what is taken; in order.</summary>
    public static IEnumerable<TimeSlot> Free(DateOnly day, IEnumerable<TimeSlot> taken, DateTimeOffset now)
    {
        var hours = Of(day);
        var at = now > hours.From ? now : hours.From;
        foreach (var slot in taken.Where(slot => slot.Meets(hours)).OrderBy(slot => slot.From))
        {
            if (slot.From - at >= Shortest)
            {
                yield return new TimeSlot(at, slot.From);
            }

            at = slot.Until > at ? slot.Until : at;
        }

        if (hours.Until - at >= Shortest)
        {
            yield return new TimeSlot(at, hours.Until);
        }
    }

    /// <summary>In each gap that is long enough the place nearest to what was wanted, nearest first.</summary>
    public static IEnumerable<TimeSlot> Nearest(TimeSlot wanted, IEnumerable<TimeSlot> free) => free
        .Where(gap => gap.Length >= wanted.Length)
        .Select(gap => Within(gap, wanted))
        .OrderBy(slot => (slot.From - wanted.From).Duration()).ThenBy(slot => slot.From);

    private static TimeSlot Within(TimeSlot gap, TimeSlot wanted)
    {
        var latest = gap.Until - wanted.Length;
        var from = wanted.From < gap.From ? gap.From : wanted.From > latest ? latest : wanted.From;
        return new TimeSlot(from, from + wanted.Length);
    }

    private static RuleViolation Outside(string field) =>
        new RuleViolation("outside_service_hours", field: field).With("opens", Opens.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)).With("closes", Closes.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
