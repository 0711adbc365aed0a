using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>Keeps what WhatsApp tells of our messages: that they came, were read, or could not be delivered after all.</summary>
internal sealed class Delivering(AppDb db, TimeProvider time)
{
    /// <returns>False when the message is not known: WhatsApp may be faster than we are at saving that we sent it.</returns>
    public async Task<bool> Hear(Heard heard, CancellationToken ct)
    {
        var sentAs = InboundEvent.HashOf(heard.Id);
        if (await db.OutboundMessages.SingleOrDefaultAsync(m => m.SentAs == sentAs, ct) is not { } message)
        {
            return false;
        }

        if (message.Became(heard.Became!.Value, heard.At, heard.Error) && message.State == MessageState.Failed)
        {
            await Failed(message, heard.Error, ct);
        }

        return true;
    }

    private async Task Failed(OutboundMessage message, int? code, CancellationToken ct)
    {
        if (code == GraphRefusals.Undeliverable)
        {
            await db.Bounced(message.Person, time.Now(), ct);
        }

        if (code == GraphRefusals.ReEngagement && await db.Conversations.SingleOrDefaultAsync(c => c.Person == message.Person, ct) is { } talk)
        {
            (talk.HeardAt, talk.Version) = (null, talk.Version + 1);
        }

        // what an admin tried again meanwhile is on its way already
        if (await db.Notifications.SingleOrDefaultAsync(n => n.Id == message.NotificationId && n.State == NotificationState.Sent, ct) is { } notification)
        {
            notification.Undelivered(code is { } known ? GraphRefusals.Told(known) : "not delivered", forGood: code == GraphRefusals.Undeliverable, time.Now());
        }
    }
}
