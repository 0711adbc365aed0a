using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Lets a browser of the reporter hear of the report. Asking again changes nothing more.</summary>
public sealed record SubscribeToReport(string TrackingCode, string? Secret, BrowserSubscription Browser) : ICommand<Unit>;

internal sealed class SubscribeToReportHandler(ReporterDoor door, Browsers browsers) : IRequestHandler<SubscribeToReport, Unit>
{
    public async Task<Unit> Handle(SubscribeToReport request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        await browsers.Keep(id, Recipient.Reporter, request.Browser, cancellationToken);
        await browsers.KeepNewest(id, Recipient.Reporter, PushSubscription.MostOfReporter, cancellationToken);
        return Unit.Value;
    }
}
