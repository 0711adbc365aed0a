using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Webhooks;

/// <summary>What a webhook is to be from now on, as a whole.</summary>
public sealed record WebhookChanges : WebhookSettingsGiven
{
    /// <summary>False pauses it. True also takes up again one that was disabled; what happened meanwhile is in <c>GET /events</c> and can be replayed.</summary>
    public bool Enabled { get; init; } = true;
}

public sealed record ChangeWebhook(Guid Id, int ExpectedVersion, WebhookChanges Changes) : ICommand<WebhookItem>, ITakesTurns
{
    string ITakesTurns.Turn => WebhookDirectory.TurnOf(Id);
}

internal sealed class ChangeWebhookHandler(WebhookDirectory directory) : IRequestHandler<ChangeWebhook, WebhookItem>
{
    public async Task<WebhookItem> Handle(ChangeWebhook request, CancellationToken cancellationToken)
    {
        await directory.Require(request.Id, cancellationToken);
        // before it is held: looking a name up may take seconds
        var wish = await directory.Check(request.Changes, request.Changes.Enabled, cancellationToken);
        var webhook = await directory.Open(request.Id, request.ExpectedVersion, cancellationToken);
        var before = WebhookDirectory.Told(webhook);
        webhook.Change(wish);
        directory.Note(webhook, before, WebhookDirectory.Told(webhook));
        return await directory.Show(webhook, cancellationToken);
    }
}
