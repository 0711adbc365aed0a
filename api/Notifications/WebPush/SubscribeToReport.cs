using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Lets a browser of the reporter hear of the report. Asking again changes nothing more.</summary>
public sealed record SubscribeToReport(string TrackingCode, string? Secret, BrowserSubscription Browser) : ICommand<Unit>;

internal sealed class SubscribeToReportHandler(AppDb db, ReporterDoor door, Browsers browsers) : IRequestHandler<SubscribeToReport, Unit>
{
    public async Task<Unit> Handle(SubscribeToReport request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        if (await db.Reports.AnyAsync(r => r.Id == id && r.AnonymisedAt != null, cancellationToken))
        {
            // there is nothing more to hear, and nothing would ever take the browser out again
            throw new RuleViolation("already_anonymised", StatusCodes.Status409Conflict);
        }

        await browsers.Keep(id, Recipient.Reporter, request.Browser, cancellationToken);
        await browsers.KeepNewest(id, Recipient.Reporter, PushSubscription.MostOfReporter, cancellationToken);
        return Unit.Value;
    }
}
