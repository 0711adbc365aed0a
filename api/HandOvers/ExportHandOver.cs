using KediriLapor.Open311;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>The handed-over report as an Open311 service request: the same tree as at the Open311 door, filled from what was signed.</summary>
internal sealed record ExportHandOver(Guid Id, HandOverKey Key) : IQuery<Tree>;

internal sealed class ExportHandOverHandler(AppDb db, CityWatch watch, HandOverDoor door) : IRequestHandler<ExportHandOver, Tree>
{
    public async Task<Tree> Handle(ExportHandOver request, CancellationToken cancellationToken)
    {
        var opened = await door.Open(request.Id, request.Key, cancellationToken);
        var answer = await db.HandOverAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.HandOverId == request.Id, cancellationToken);
        var (statement, report) = Told(Jws.Read(opened.Record.Jws));
        var isTheirs = answer is { Reply: HandOverReply.Acknowledged };
        report.HandedOverNumber = isTheirs ? answer!.Number : null;
        report.HandedOverUntil = isTheirs ? answer!.ExpectedOn : null;
        report.UpdatedAt = answer?.At ?? statement.HandedOverAt;
        return Tree.List(ServiceRequest.Item, [ServiceRequest.Of(report, new OwnWords(statement.Report.Text ?? "", null), watch.Current, extensions: true)]);
    }

    private static (HandOverStatement Statement, PublicReport Report) Told(HandOverStatement statement) => (statement, new PublicReport
    {
        Id = statement.Report.Id,
        Status = ReportStatus.Closed,
        Outcome = Outcome.NotOurs,
        ServiceCode = statement.Report.Service.Code,
        KelurahanCode = statement.Report.Kelurahan?.Code,
        AgencyCode = statement.From?.Code,
        Lat = statement.Report.Lat,
        Lng = statement.Report.Lng,
        SubmittedAt = statement.ReceivedAt,
        HandedOverTo = statement.To.Name,
    });
}
