using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>Forgets conversations after a month: who wanted to be left alone is remembered by the phone's index alone.</summary>
public sealed record SweepWhatsApp : IBatchCommand;

internal sealed class SweepWhatsAppHandler(AppDb db, TimeProvider time) : IRequestHandler<SweepWhatsApp, int>
{
    /// <summary>Longer than WhatsApp repeats an event, and as long as a question stays open.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<int> Handle(SweepWhatsApp request, CancellationToken cancellationToken)
    {
        var before = time.Now() - Kept;
        var events = await db.InboundEvents.Where(e => e.DoneAt < before).ExecuteDeleteAsync(cancellationToken);
        var messages = await db.OutboundMessages.Where(m => m.State != MessageState.Pending && m.StateAt < before).ExecuteDeleteAsync(cancellationToken);
        var quiet = db.Conversations.Where(c => c.DraftDueAt == null && (c.HeardAt == null || c.HeardAt < before));
        var ended = await quiet.Where(c => c.StoppedAt == null).ExecuteDeleteAsync(cancellationToken);
        return events + messages + ended + await quiet.Where(c => c.Phone != null).Forget(cancellationToken);
    }
}
