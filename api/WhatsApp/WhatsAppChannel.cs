using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>
/// WhatsApp, to reporters who left a phone for that very report. Within a day after they wrote, in free words; else by a template that Meta
/// approved. As with mail the vault is opened for the one moment of sending, also for an anonymous reporter.
/// </summary>
internal sealed class WhatsAppChannel(AppDb db, ContactVault vault, PhoneIndex phones, GraphApi graph, WhatsAppSettings settings, Facts facts, TimeProvider time) : IChannel
{
    public Medium Medium => Medium.WhatsApp;

    public bool Configured => settings.Configured;

    /// <summary>Staff hear by mail.</summary>
    public IQueryable<Account> Reachable(IQueryable<Account> staff) => staff.Where(_ => false);

    public async Task<IReadOnlyList<Listener>> Reporter(Guid reportId, CancellationToken ct) => await PhoneOf(reportId, ct) is null ? [] : [Listener.TheReporter];

    public async Task<(Destination? To, string Why)> Find(Notification notification, CancellationToken ct)
    {
        if (await PhoneOf(notification.ReportId!.Value, ct) is not { } phone)
        {
            return (null, "no address");
        }

        var person = phones.Of(phone);
        return await db.Conversations.AnyAsync(c => c.Person == person && c.StoppedAt != null, ct) ? (null, "unsubscribed")
            : await db.Bounces.AnyAsync(b => b.AddressSeal == person, ct) ? (null, "undeliverable")
            : (new Destination(phone, nameof(Medium.WhatsApp), person), "");
    }

    public async Task Send(Notification notification, WordedMessage words, Destination to, CancellationToken ct)
    {
        try
        {
            var sentAs = await IsOpen(to.Seal, ct) ? await SendWords(notification, words, to, ct) : await SendTemplate(notification, words, to, ct);
            db.OutboundMessages.Add(OutboundMessage.Of(notification.Id, notification.ReportId, to.Seal, sentAs, time.Now()));
        }
        catch (AddressRefused)
        {
            await db.Bounced(to.Seal, time.Now(), ct);
            throw;
        }
    }

    private async Task<bool> IsOpen(byte[] person, CancellationToken ct) =>
        (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Person == person, ct))?.IsOpen(time.Now()) ?? false;

    private async Task<string> SendWords(Notification notification, WordedMessage words, Destination to, CancellationToken ct)
    {
        try
        {
            return await graph.SendText(to.Value, words.Body, ct);
        }
        catch (WindowClosed)
        {
            // its clock counts, not ours
            return await SendTemplate(notification, words, to, ct);
        }
    }

    private async Task<string> SendTemplate(Notification notification, WordedMessage words, Destination to, CancellationToken ct)
    {
        try
        {
            return await graph.SendTemplate(to.Value, words.Subject, notification.Language == SpokenLanguage.Id ? "id" : "en", await facts.Values(notification, ct), ct);
        }
        catch (WindowClosed)
        {
            throw new NotSent(GraphRefusals.Told(GraphRefusals.ReEngagement));
        }
    }

    private async Task<string?> PhoneOf(Guid reportId, CancellationToken ct) =>
        await db.ReporterContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == reportId, ct) is { } kept ? vault.Open(kept).Phone : null;
}
