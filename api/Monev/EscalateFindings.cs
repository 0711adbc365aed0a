using KediriLapor.Accounts;
using KediriLapor.Monev.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev;

/// <summary>A finding whose day went by without an answer becomes the Inspektorat's.</summary>
public sealed record EscalateFindings : IBatchCommand;

internal sealed class EscalateFindingsHandler(AppDb db, TimeProvider time) : IRequestHandler<EscalateFindings, int>
{
    private const int Batch = 200;

    public async Task<int> Handle(EscalateFindings request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var today = IndonesianDate.InWib(now).Day;
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM findings WHERE state = 'Open' AND at_inspectorate_since IS NULL AND follow_up_by < {today} ORDER BY follow_up_by LIMIT {Batch} FOR NO KEY UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        var late = await db.Findings.Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken);
        late.ForEach(finding => finding.Take(new FindingMove(FindingStep.Escalate), FindingWalker.Clock, Actor.System, now));
        return late.Count;
    }
}
