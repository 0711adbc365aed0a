using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>One attempt at each reply of a batch.</summary>
internal sealed class Replying(AppDb db, WhatsAppVault vault, GraphApi graph, TimeProvider time)
{
    private ServerUnreachable? down;

    public async Task Send(OutboundMessage reply, CancellationToken ct)
    {
        var talk = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Person == reply.Person, ct);
        if (talk?.Phone is not { } phone || !talk.IsOpen(time.Now()))
        {
            reply.Failed("the service window is closed", time.Now(), forGood: true);
        }
        else if (down is not null)
        {
            reply.Failed(down.Message, time.Now());
        }
        else
        {
            await Send(reply, vault.Open(phone), ct);
        }
    }

    private async Task Send(OutboundMessage reply, string phone, CancellationToken ct)
    {
        try
        {
            reply.Sent(await graph.SendText(phone, vault.Open(reply.Sealed!), ct), time.Now());
        }
        catch (ServerUnreachable unreachable)
        {
            down = unreachable;
            reply.Failed(unreachable.Message, time.Now());
        }
        catch (NotSent refused)
        {
            reply.Failed(refused.Message, time.Now());
        }
        catch (Exception gone) when (gone is AddressRefused or WindowClosed)
        {
            reply.Failed(gone.Message, time.Now(), forGood: true);
        }
    }
}
