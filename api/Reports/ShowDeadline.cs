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
/// <param name="Lines">Its arithmetic in Indonesian, from receipt to due.</param>
/// <param name="AlsoRunning">The others.</param>
public sealed record ReportDeadline(ReportClock? Clock, DateTimeOffset? DueAt, bool Overdue, IReadOnlyList<DeadlineLine> Lines, IReadOnlyList<DeadlineDetail> AlsoRunning);

/// <summary>A running clock with its arithmetic.</summary>
public sealed record DeadlineDetail(ReportClock Clock, DateTimeOffset DueAt, bool Overdue, IReadOnlyList<DeadlineLine> Lines)
{
    internal static DeadlineDetail Of(Deadline deadline, DateTimeOffset now) => new(deadline.Clock, deadline.DueAt, deadline.DueAt < now, deadline.Lines);
}

internal sealed class ShowDeadlineHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowDeadline, ReportDeadline>
{
    private static readonly DeadlineLine NothingRuns = new(null, "Laporan sudah ditutup: tidak ada tenggat yang berjalan.");

    public async Task<ReportDeadline> Handle(ShowDeadline request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var service = await db.Reports.VisibleTo(actor.Value, city).Where(r => r.Id == request.ReportId).Select(r => r.ServiceCode)
            .SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound();
        var history = await db.ReportEvents.Where(e => e.ReportId == request.ReportId).OrderBy(e => e.Sequence)
            .Select(e => new ClockEvent(e.At, e.Type, e.Status, e.PlannedFor)).ToListAsync(cancellationToken);

        DeadlineDetail[] running = [.. city.TermsOf(service).Running(ReportTimes.Replay(history)).Select(deadline => DeadlineDetail.Of(deadline, now)).OrderBy(d => d.DueAt)];
        return running is [var first, .. var others]
            ? new ReportDeadline(first.Clock, first.DueAt, first.Overdue, first.Lines, others)
            : new ReportDeadline(null, null, false, [NothingRuns], []);
    }
}
