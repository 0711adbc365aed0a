using System.Collections.Immutable;
using KediriLapor.Platform;

namespace KediriLapor.Deadlines;

/// <summary>One step of the arithmetic, for people to check.</summary>
/// <param name="At">The instant the step is about, in WIB; null where it is about days.</param>
/// <param name="Text">Indonesian sentence.</param>
public sealed record DeadlineLine(DateTimeOffset? At, string Text);

/// <summary>When something is due, and how that came about.</summary>
/// <param name="DueAt">Offset +07:00; PostgreSQL wants it as <c>ToUniversalTime()</c>.</param>
/// <param name="Lines">From receipt to due.</param>
public sealed record Deadline(DateTimeOffset DueAt, ImmutableArray<DeadlineLine> Lines)
{
    /// <summary>Emergencies run around the clock: no calendar, no office hours.</summary>
    /// <param name="minutes">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 minute.</exception>
    public static Deadline InMinutes(DateTimeOffset receivedAt, int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        var dueAt = receivedAt.ToOffset(IndonesianDate.Wib).AddMinutes(minutes);
        return new(dueAt,
        [
            Received(receivedAt),
            new(null, $"Kedaruratan ditangani 24 jam setiap hari: {minutes} menit sejak diterima."),
            Due(dueAt, "Tenggat"),
        ]);
    }

    /// <summary>A person's time to answer or confirm: calendar days, to the minute.</summary>
    public static Deadline InDays(DateTimeOffset from, int days)
    {
        var dueAt = from.ToOffset(IndonesianDate.Wib).AddDays(days);
        return new(dueAt, [new(from.ToOffset(IndonesianDate.Wib), $"Menunggu pelapor sejak {IndonesianDate.Format(from)}, selama {days} hari."), Due(dueAt, "Tenggat")]);
    }

    internal static DeadlineLine Received(DateTimeOffset at) =>
        new(at.ToOffset(IndonesianDate.Wib), $"Diterima {IndonesianDate.Format(at)}.");

    internal static DeadlineLine Due(DateTimeOffset at, string name) => new(at, $"{name}: {IndonesianDate.Format(at)}.");
}
