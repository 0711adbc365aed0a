using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reporters;

/// <summary>Asking again, or with what was never one, changes nothing more and is answered alike.</summary>
public sealed record EndReporterSession(ReporterKey Key) : ICommand<Unit>;

internal sealed class EndReporterSessionHandler(AppDb db) : IRequestHandler<EndReporterSession, Unit>
{
    public async Task<Unit> Handle(EndReporterSession request, CancellationToken cancellationToken)
    {
        if (ReporterToken.HashOf(request.Key.Session) is { } hash)
        {
            await db.ReporterSessions.Where(session => session.TokenHash == hash).ExecuteDeleteAsync(cancellationToken);
        }

        return Unit.Value;
    }
}
