using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Webhooks;

public sealed record ShowWebhook(Guid Id) : IQuery<WebhookItem>;

internal sealed class ShowWebhookHandler(WebhookDirectory directory) : IRequestHandler<ShowWebhook, WebhookItem>
{
    public async Task<WebhookItem> Handle(ShowWebhook request, CancellationToken cancellationToken) =>
        await directory.Show(await directory.Find(request.Id, cancellationToken), cancellationToken);
}
