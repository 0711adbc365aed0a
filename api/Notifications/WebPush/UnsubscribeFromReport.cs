using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;

namespace KediriLapor.Notifications.WebPush;

public sealed record UnsubscribeFromReport(string TrackingCode, string? Secret, string Endpoint) : ICommand<Unit>;

internal sealed class UnsubscribeFromReportHandler(ReporterDoor door, Browsers browsers) : IRequestHandler<UnsubscribeFromReport, Unit>
{
    public async Task<Unit> Handle(UnsubscribeFromReport request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        await browsers.Remove(id, Recipient.Reporter, request.Endpoint, cancellationToken);
        return Unit.Value;
    }
}
