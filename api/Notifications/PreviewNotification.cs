using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Notifications;

/// <summary>Words as a recipient would read them, about a report that does not exist.</summary>
public sealed record PreviewNotification(TemplateKey Key, NewWords Words) : IQuery<WordedMessage>;

internal sealed class PreviewNotificationHandler(PublicAddress address) : IRequestHandler<PreviewNotification, WordedMessage>
{
    public Task<WordedMessage> Handle(PreviewNotification request, CancellationToken cancellationToken)
    {
        Wording.Check(request.Key, request.Words.Subject, request.Words.Body);
        return Wording.Say(request.Words.Subject, request.Words.Body, Wording.Sample(address.Site));
    }
}
