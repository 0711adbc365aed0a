using System.Collections.Immutable;
using KediriLapor.Platform;

namespace KediriLapor.Deadlines;

/// <summary>One step of the arithmetic, for people to check.</summary>
/// <param name="At">The instant the step is about, in WIB; null where it is about days.</param>
/// <param name="Text">Indonesian sentence.</param>
public sealed record DeadlineLine(DateTimeOffset? At, string Text);

/// <summary>What is due (domain.md section 5).</summary>
public enum ReportClock
{
    /// <summary>A verifier looks and forwards.</summary>
    Verify,

    /// <summary>The agency takes the report up.</summary>
    FirstResponse,

    /// <summary>The matter is done.</summary>
    Resolve,

    /// <summary>The reporter answers a question.</summary>
    Answer,

    /// <summary>The reporter says whether it is fixed.</summary>
    Confirm,
}

/// <summary>When something is due, and how that came about.</summary>
/// <param name="DueAt">Offset +07:00; PostgreSQL wants it as <c>ToUniversalTime()</c>.</param>
/// <param name="Lines">From receipt to due.</param>
public sealed record Deadline(DateTimeOffset DueAt, ImmutableArray<DeadlineLine> Lines)
{
    public ReportClock Clock { get; init; } = ReportClock.Resolve;

    /// <summary>Emergencies run around the clock: no calendar, no office hours.</summary>
    /// <param name="minutes">At least 1.</param>
    /// <param name="pauses">In order. One that begins when the time is already up changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 minute.</exception>
    public static Deadline InMinutes(DateTimeOffset receivedAt, int minutes, params ImmutableArray<Pause> pauses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        var dueAt = receivedAt.ToOffset(IndonesianDate.Wib).AddMinutes(minutes);
        List<DeadlineLine> waits = [];
        foreach (var pause in pauses.Where(pause => pause.Until > receivedAt).TakeWhile(pause => pause.From < dueAt))
        {
            var waited = pause.Until - (pause.From > receivedAt ? pause.From : receivedAt);
            dueAt += waited;
            waits.Add(Waited(pause, $"{Math.Ceiling(waited.TotalMinutes)} menit"));
        }

        return new(dueAt,
        [
            Received(receivedAt),
            new(null, $"Kedaruratan ditangani 24 jam setiap hari: {minutes} menit."),
            .. waits,
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

    internal static DeadlineLine Waited(Pause pause, string time) =>
        new(null, $"Menunggu jawaban pelapor {IndonesianDate.Format(pause.From)} sampai {IndonesianDate.Format(pause.Until)}: {time} tidak dihitung.");

    internal static DeadlineLine Due(DateTimeOffset at, string name) => new(at, $"{name}: {IndonesianDate.Format(at)}.");
}
