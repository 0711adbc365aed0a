using KediriLapor.Platform;

namespace KediriLapor.Statistics;

/// <summary>Whole days in Kediri, first and last included.</summary>
public readonly record struct Period(DateOnly From, DateOnly Until)
{
    /// <summary>Ten years: longer is history, not statistics.</summary>
    public const int MostDays = 3660;

    public const int UsualDays = 90;

    public DateTimeOffset Start => IndonesianDate.Midnight(From);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset End => IndonesianDate.Midnight(Until.AddDays(1));

    public int Days => Until.DayNumber - From.DayNumber + 1;

    /// <param name="from">Null for <see cref="UsualDays"/> before <paramref name="until"/>.</param>
    /// <param name="until">Null for today.</param>
    /// <param name="now">Tells today.</param>
    /// <exception cref="RuleViolation"><c>out_of_range</c> (400) on <c>from</c>: after the last day, or too long ago.</exception>
    public static Period Of(DateOnly? from, DateOnly? until, DateTimeOffset now)
    {
        var today = IndonesianDate.InWib(now).Day;
        var last = until is { } wished && wished < today ? wished : today;
        var first = from ?? last.AddDays(1 - UsualDays);
        return first <= last && last.DayNumber - first.DayNumber < MostDays ? new(first, last)
            : throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "from");
    }
}
