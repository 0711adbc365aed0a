using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>
/// Works on what came by WhatsApp, beside all requests and on any number of instances: takes messages in, makes reports of drafts that are
/// told, sends replies. A row is leased before it is worked on, and what comes of it is stored together with its end, so nothing is done twice.
/// </summary>
internal sealed class WhatsAppRelay(IServiceScopeFactory scopes, WhatsAppSettings settings, TimeProvider time, ILogger<WhatsAppRelay> log) : Relay(Pause, log)
{
    private const int Batch = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task<int> CarryBatch(CancellationToken ct) =>
        settings.Configured ? await TakeIn(ct) + await MakeReports(ct) + await Reply(ct) : 0;

    /// <summary>A person's messages in the order they were written: the next becomes due when the one before it is done.</summary>
    private async Task<int> TakeIn(CancellationToken ct)
    {
        var now = time.Now();
        var leased = now + InboundEvent.Lease;
        await using var scope = scopes.CreateAsyncScope();
        var due = await Db(scope).InboundEvents.FromSql($"""
            UPDATE whatsapp_inbox SET due_at = {leased}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM whatsapp_inbox i
                         WHERE done_at IS NULL AND due_at <= {now}
                           AND NOT EXISTS (SELECT 1 FROM whatsapp_inbox earlier
                                           WHERE earlier.person = i.person AND earlier.done_at IS NULL AND (earlier.at, earlier.id) < (i.at, i.id))
                         ORDER BY due_at, id LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
        foreach (var told in due.OrderBy(e => e.At).ThenBy(e => e.Id))
        {
            await Alone(
                async services =>
                {
                    services.GetRequiredService<AppDb>().Attach(told);
                    await Hear(told, services, ct);
                },
                async (db, why) =>
                {
                    db.Attach(told);
                    told.Postpone(why, time.Now());
                    await db.SaveChangesAsync(ct);
                },
                ct);
        }

        return due.Count;
    }

    private async Task Hear(InboundEvent told, IServiceProvider services, CancellationToken ct)
    {
        var heard = services.GetRequiredService<WhatsAppVault>().Open<Heard>(told.Sealed!);
        if (heard.Kind == HeardKind.Delivery && !await services.GetRequiredService<Delivering>().Hear(heard, ct))
        {
            told.Postpone("unknown message", time.Now());
            return;
        }

        if (heard.Kind != HeardKind.Delivery)
        {
            await services.GetRequiredService<Conversing>().Hear(heard, told.IsLastAttempt, ct);
        }

        told.Done(time.Now());
    }

    /// <summary>Drafts to which nothing was added for their time, and nothing is on its way.</summary>
    private async Task<int> MakeReports(CancellationToken ct)
    {
        var now = time.Now();
        var leased = now + InboundEvent.Lease;
        await using var scope = scopes.CreateAsyncScope();
        var due = await Db(scope).Conversations.FromSql($"""
            UPDATE whatsapp_conversations SET draft_due_at = {leased}, version = version + 1
            WHERE person IN (SELECT person FROM whatsapp_conversations c
                             WHERE draft_due_at <= {now}
                               AND NOT EXISTS (SELECT 1 FROM whatsapp_inbox i WHERE i.person = c.person AND i.done_at IS NULL)
                             ORDER BY draft_due_at LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
        foreach (var talk in due)
        {
            await Alone(
                async services =>
                {
                    services.GetRequiredService<AppDb>().Attach(talk);
                    talk.Version++;
                    var draft = services.GetRequiredService<WhatsAppVault>().Open<Draft>(talk.Draft!);
                    if (draft.Texts.Count == 0)
                    {
                        (talk.Draft, talk.DraftDueAt) = (null, null);
                    }
                    else
                    {
                        await services.GetRequiredService<Drafting>().Submit(talk, draft, ct);
                    }
                },
                // the lease ends by itself, and it is tried again
                (_, _) => Task.CompletedTask,
                ct);
        }

        return due.Count;
    }

    private async Task<int> Reply(CancellationToken ct)
    {
        var now = time.Now();
        var leased = now + OutboundMessage.Lease;
        await using var scope = scopes.CreateAsyncScope();
        var due = await Db(scope).OutboundMessages.FromSql($"""
            UPDATE whatsapp_messages SET due_at = {leased}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM whatsapp_messages WHERE state = 'Pending' AND due_at <= {now} ORDER BY id LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).ToListAsync(ct);
        var replying = scope.ServiceProvider.GetRequiredService<Replying>();
        foreach (var reply in due.OrderBy(m => m.Id))
        {
            await replying.Send(reply, ct);
            await Db(scope).SaveChangesAsync(ct);
        }

        return due.Count;
    }

    /// <summary>Each in a scope of its own, so that one that fails takes nothing else along.</summary>
    private async Task Alone(Func<IServiceProvider, Task> work, Func<AppDb, string, Task> fail, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
            await Db(scope).SaveChangesAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // by its kind: its words may repeat what somebody wrote
            var why = failure is ServerUnreachable known ? known.Message : failure.GetBaseException().GetType().Name;
            Log.LogWarning("A WhatsApp message waits: {Why}", why);
            await using var scope = scopes.CreateAsyncScope();
            await fail(Db(scope), why);
        }
    }

    private static AppDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<AppDb>();
}
