using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Webhooks;

/// <summary>Ends a webhook, with its secrets, what is on its way to it, and its log.</summary>
public sealed record RemoveWebhook(Guid Id, int ExpectedVersion) : ICommand<Unit>, ITakesTurns
{
    string ITakesTurns.Turn => WebhookDirectory.TurnOf(Id);
}

internal sealed class RemoveWebhookHandler(AppDb db, WebhookDirectory directory) : IRequestHandler<RemoveWebhook, Unit>
{
    public async Task<Unit> Handle(RemoveWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await directory.Open(request.Id, request.ExpectedVersion, cancellationToken);
        directory.Note(webhook, WebhookDirectory.Told(webhook), null);
        db.Webhooks.Remove(webhook);
        return Unit.Value;
    }
}
