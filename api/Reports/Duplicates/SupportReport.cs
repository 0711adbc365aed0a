using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>"Saya juga". The same key counts once, however often it is sent.</summary>
public sealed record SupportReport(Guid ReportId, Guid SupporterKey) : ICommand<PublicSupport>;

internal sealed class SupportReportHandler(AppDb db) : IRequestHandler<SupportReport, PublicSupport>
{
    public async Task<PublicSupport> Handle(SupportReport request, CancellationToken cancellationToken)
    {
        var shown = await db.PublicOrSurvivor(request.ReportId, cancellationToken);
        if (!shown.Status.IsOpen())
        {
            throw new RuleViolation("report_not_open", StatusCodes.Status409Conflict);
        }

        if (await (await db.SupportsBy(request.SupporterKey, shown.Id, cancellationToken)).AnyAsync(cancellationToken))
        {
            return await db.SupportOf(shown.Id, cancellationToken);
        }

        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO report_supports (report_id, supporter) VALUES ({shown.Id}, {Support.HashOf(shown.Id, request.SupporterKey)}) ON CONFLICT DO NOTHING", cancellationToken);
        return await db.SupportOf(shown.Id, cancellationToken);
    }
}
