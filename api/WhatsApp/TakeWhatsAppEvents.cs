using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>Stores what WhatsApp told, each event once however often it is told, and does nothing with it yet: WhatsApp wants its answer at once.</summary>
public sealed record TakeWhatsAppEvents(IReadOnlyList<Heard> Events) : ICommand<Unit>;

internal sealed class TakeWhatsAppEventsHandler(AppDb db, ContactIndex contacts, WhatsAppVault vault, TimeProvider time) : IRequestHandler<TakeWhatsAppEvents, Unit>
{
    public async Task<Unit> Handle(TakeWhatsAppEvents request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        foreach (var heard in request.Events)
        {
            var (hash, person, words) = (InboundEvent.HashOf(heard.Key), heard.Phone.Length == 0 ? null : contacts.OfPhone(heard.Phone), vault.Seal(heard));
            // one after the other: when one fails, all are told again, and those before it are known
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO whatsapp_inbox (event_hash, person, at, sealed, due_at, attempts) VALUES ({hash}, {person}, {heard.At}, {words}, {now}, 0)
                ON CONFLICT (event_hash) DO NOTHING
                """,
                cancellationToken);
        }

        return Unit.Value;
    }
}
