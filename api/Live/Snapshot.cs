using System.Globalization;
using KediriLapor.Platform;

namespace KediriLapor.Live;

/// <summary>
/// What a reader has seen, as PostgreSQL tells it (<c>pg_snapshot</c>): every transaction below <c>xmin</c>, none from <c>xmax</c> on, and of
/// those between all that were not still running. Which events are new to a reader follows exactly, in whatever order they were committed.
/// </summary>
internal readonly record struct Snapshot(string Text)
{
    /// <summary>A hundred writers at work at one instant still fit.</summary>
    private const int LengthMax = 2200;

    /// <summary>Reads what a client sends back as <c>Last-Event-ID</c>; null when it sends none.</summary>
    /// <exception cref="RuleViolation"><c>invalid_cursor</c> (400) for anything that was never told.</exception>
    public static Snapshot? Parse(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return text.Length <= LengthMax && text.Split(':') is [var low, var high, var between]
            && Number(low) is { } xmin && Number(high) is { } xmax && xmin <= xmax
            && Ascends(between, xmin, xmax)
            ? new Snapshot(text)
            : throw new RuleViolation("invalid_cursor", StatusCodes.Status400BadRequest, "Last-Event-ID");
    }

    private static bool Ascends(string list, ulong xmin, ulong xmax)
    {
        if (list.Length == 0)
        {
            return true;
        }

        var floor = xmin;
        foreach (var part in list.Split(','))
        {
            if (Number(part) is not { } running || running < floor || running >= xmax)
            {
                return false;
            }

            floor = running + 1;
        }

        return true;
    }

    /// <summary>A transaction's number; 0 is none. PostgreSQL counts with 64 bits, of which the first stays free for ever.</summary>
    private static ulong? Number(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < long.MaxValue ? number : null;
}
