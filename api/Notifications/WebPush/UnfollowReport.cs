using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using MediatR;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Ends it, also when the report was merged since.</summary>
public sealed record UnfollowReport(Guid ReportId, string Endpoint) : ICommand<Unit>;

internal sealed class UnfollowReportHandler(AppDb db, Browsers browsers) : IRequestHandler<UnfollowReport, Unit>
{
    public async Task<Unit> Handle(UnfollowReport request, CancellationToken cancellationToken)
    {
        var shown = await db.PublicOrSurvivor(request.ReportId, cancellationToken);
        foreach (var id in new[] { request.ReportId, shown.Id }.Distinct())
        {
            await browsers.Remove(id, Recipient.Followers, request.Endpoint, cancellationToken);
        }

        return Unit.Value;
    }
}
