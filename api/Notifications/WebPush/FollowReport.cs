using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using MediatR;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Lets anybody's browser hear of a report that everybody may see; of its survivor, where it was merged.</summary>
public sealed record FollowReport(Guid ReportId, BrowserSubscription Browser) : ICommand<Unit>;

internal sealed class FollowReportHandler(AppDb db, Browsers browsers) : IRequestHandler<FollowReport, Unit>
{
    public async Task<Unit> Handle(FollowReport request, CancellationToken cancellationToken)
    {
        var shown = await db.PublicOrSurvivor(request.ReportId, cancellationToken);
        if (await browsers.Count(shown.Id, Recipient.Followers, cancellationToken) >= PushSubscription.MostFollowers)
        {
            throw new RuleViolation("too_many_followers", StatusCodes.Status409Conflict);
        }

        await browsers.Keep(shown.Id, Recipient.Followers, request.Browser, cancellationToken);
        return Unit.Value;
    }
}
