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
internal sealed class WhatsAppChannel(AppDb db, ContactVault vault, ContactIndex contacts, GraphApi graph, WhatsAppSettings settings, Facts facts, TimeProvider time) : IDirectChannel
{
    public Medium Medium => Medium.WhatsApp;

    public bool Configured => settings.Configured;

    /// <summary>Staff hear by mail.</summary>
    public IQueryable<Account> Reachable(IQueryable<Account> staff) => staff.Where(_ => false);

    public async Task<IReadOnlyList<Listener>> Reporter(Guid reportId, CancellationToken ct) => await PhoneOf(reportId, ct) is null ? [] : [Listener.TheReporter];

    public async Task<(Destination? To, string Why)> Find(Notification notification, CancellationToken ct) =>
        await PhoneOf(notification.SubjectId!.Value, ct) is { } phone ? await Reach(phone, ct) : (null, "no address");

    public async Task Send(Notification notification, WordedMessage words, Destination to, CancellationToken ct)
    {
        try
        {
            var sentAs = await Send(to, words, notification.Language, () => facts.Values(notification, ct), ct);
            db.OutboundMessages.Add(OutboundMessage.Of(notification.Id, notification.SubjectId, to.Seal, sentAs, time.Now()));
        }
        catch (AddressRefused)
        {
            await db.Bounced(to.Seal, time.Now(), ct);
            throw;
        }
    }

    /// <summary>To a phone that wants none, or cannot be reached, nothing goes, whoever asks.</summary>
    public async Task Tell(DirectMessage message, string address, CancellationToken ct)
    {
        var to = await Reach(address, ct);
        await Send(to.To ?? throw new AddressRefused(), message.Words, message.Language, () => Task.FromResult(message.Values), ct);
    }

    private async Task<(Destination? To, string Why)> Reach(string phone, CancellationToken ct)
    {
        var person = contacts.OfPhone(phone);
        return await db.Conversations.AnyAsync(c => c.Person == person && c.StoppedAt != null, ct) ? (null, "unsubscribed")
            : await db.Bounces.AnyAsync(b => b.AddressSeal == person, ct) ? (null, "undeliverable")
            : (new Destination(phone, nameof(Medium.WhatsApp), person), "");
    }

    private async Task<string> Send(Destination to, WordedMessage words, SpokenLanguage language, Func<Task<IReadOnlyList<string>>> values, CancellationToken ct) =>
        await IsOpen(to.Seal, ct) ? await SendWords(to, words, language, values, ct) : await SendTemplate(to, words, language, values, ct);

    private async Task<bool> IsOpen(byte[] person, CancellationToken ct) =>
        (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Person == person, ct))?.IsOpen(time.Now()) ?? false;

    private async Task<string> SendWords(Destination to, WordedMessage words, SpokenLanguage language, Func<Task<IReadOnlyList<string>>> values, CancellationToken ct)
    {
        try
        {
            return await graph.SendText(to.Value, words.Body, ct);
        }
        catch (WindowClosed)
        {
            // its clock counts, not ours
            return await SendTemplate(to, words, language, values, ct);
        }
    }

    private async Task<string> SendTemplate(Destination to, WordedMessage words, SpokenLanguage language, Func<Task<IReadOnlyList<string>>> values, CancellationToken ct)
    {
        try
        {
            return await graph.SendTemplate(to.Value, words.Subject, language == SpokenLanguage.Id ? "id" : "en", await values(), ct);
        }
        catch (WindowClosed)
        {
            throw new NotSent(GraphRefusals.Told(GraphRefusals.ReEngagement));
        }
    }

    private async Task<string?> PhoneOf(Guid reportId, CancellationToken ct) =>
        await db.ReporterContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == reportId, ct) is { } kept ? vault.Open(kept).Phone : null;
}
