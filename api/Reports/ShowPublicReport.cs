using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>One report as everybody may see it. The address of a merged one goes on answering, with what its survivor shows.</summary>
public sealed record ShowPublicReport(Guid ReportId) : IQuery<PublicReportItem>;

internal sealed class ShowPublicReportHandler(AppDb db, CityWatch watch) : IRequestHandler<ShowPublicReport, PublicReportItem>
{
    public async Task<PublicReportItem> Handle(ShowPublicReport request, CancellationToken cancellationToken)
    {
        var shown = await db.PublicOrSurvivor(request.ReportId, cancellationToken);
        return PublicReportItem.Of(shown, (await db.SupportOf(shown.Id, cancellationToken)).Supports, watch.Current);
    }
}
