using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Why is it due then?</summary>
public sealed record ShowDeadline(Guid ReportId) : IQuery<ReportDeadline>;

/// <summary>The clocks that run, and their arithmetic to check by hand.</summary>
/// <param name="Clock">The one that strikes first; null when none runs.</param>
/// <param name="Lines">Its arithmetic in Indonesian, from receipt to due; when none runs, why, and whose promise stands in its place.</param>
/// <param name="AlsoRunning">The others.</param>
public sealed record ReportDeadline(ReportClock? Clock, DateTimeOffset? DueAt, bool Overdue, IReadOnlyList<DeadlineLine> Lines, IReadOnlyList<DeadlineDetail> AlsoRunning);

/// <summary>A running clock with its arithmetic.</summary>
public sealed record DeadlineDetail(ReportClock Clock, DateTimeOffset DueAt, bool Overdue, IReadOnlyList<DeadlineLine> Lines)
{
    internal static DeadlineDetail Of(Deadline deadline, DateTimeOffset now) => new(deadline.Clock, deadline.DueAt, deadline.DueAt < now, deadline.Lines);
}

internal sealed class ShowDeadlineHandler(AppDb db, CityWatch watch, CurrentActor actor, HandOverTerms handOvers, TimeProvider time) : IRequestHandler<ShowDeadline, ReportDeadline>
{
    private static readonly DeadlineLine NothingRuns = new(null, "Laporan sudah ditutup: tidak ada tenggat yang berjalan.");

    public async Task<ReportDeadline> Handle(ShowDeadline request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var report = await db.Reports.VisibleTo(actor.Value, city).Where(r => r.Id == request.ReportId).Select(r => new { r.ServiceCode, r.Outcome, r.Version })
            .SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound();
        var history = await db.ReportEvents.Where(e => e.ReportId == request.ReportId).OrderBy(e => e.Sequence)
            .Select(e => new ClockEvent(e.At, e.Type, e.Status, e.PlannedFor)).ToListAsync(cancellationToken);

        DeadlineDetail[] running = [.. city.TermsOf(report.ServiceCode).Running(ReportTimes.Replay(history)).Select(deadline => DeadlineDetail.Of(deadline, now)).OrderBy(d => d.DueAt)];
        if (running is [var first, .. var others])
        {
            return new ReportDeadline(first.Clock, first.DueAt, first.Overdue, first.Lines, others);
        }

        DeadlineLine[] lines = await db.HandOverOf(request.ReportId, report.Outcome, report.Version, cancellationToken) is { } standing
            ? [new(standing.HandOver.At, $"Laporan diserahkan kepada {standing.HandOver.Name}: tenggat kota berhenti."), new(standing.Answer?.At, standing.Promise(handOvers, city))]
            : [NothingRuns];
        return new ReportDeadline(null, null, false, lines, []);
    }
}
