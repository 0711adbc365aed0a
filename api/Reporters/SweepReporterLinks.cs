using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reporters;

/// <summary>Forgets links, sessions and counts that are over, and with a link that could not be sent the contact in it.</summary>
public sealed record SweepReporterLinks : IBatchCommand;

internal sealed class SweepReporterLinksHandler(AppDb db, TimeProvider time) : IRequestHandler<SweepReporterLinks, int>
{
    public async Task<int> Handle(SweepReporterLinks request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await db.ReporterLinks.Where(link => link.EndsAt <= now).ExecuteDeleteAsync(cancellationToken)
            + await db.ReporterSessions.Where(session => session.EndsAt <= now).ExecuteDeleteAsync(cancellationToken)
            + await db.LinkAttempts.Where(attempt => attempt.WindowEndsAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
