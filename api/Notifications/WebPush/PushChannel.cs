using System.Text.Json;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Messages to browsers, through the push service that each of them chose.</summary>
internal sealed class PushChannel(AppDb db, PushVault vault, PushSender sender, Facts facts) : IChannel
{
    public Medium Medium => Medium.Push;

    /// <summary>Always: it needs no server of the city's, and the key makes itself.</summary>
    public bool Configured => true;

    /// <summary>Staff hear by mail.</summary>
    public IQueryable<Account> Reachable(IQueryable<Account> staff) => staff.Where(_ => false);

    public async Task<IReadOnlyList<Listener>> Reporter(Guid reportId, CancellationToken ct) =>
        (await db.PushSubscriptions.Where(s => s.ReportId == reportId && s.Recipient == Recipient.Reporter).Select(s => s.Id).ToListAsync(ct)).ConvertAll(Listener.Browser);

    public async Task<(Destination? To, string Why)> Find(Notification notification, CancellationToken ct)
    {
        if (await db.PushSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == notification.SubscriptionId, ct) is not { } kept)
        {
            return (null, "unsubscribed");
        }

        // it may have become confidential while the message waited for the morning
        if (kept.Recipient == Recipient.Followers && !await db.PublicReports.AnyAsync(r => r.Id == notification.SubjectId, ct))
        {
            return (null, "not public");
        }

        var target = vault.Open(kept);
        return (new Destination(target.Write(), target.Endpoint.Authority, kept.Browser), "");
    }

    public async Task Send(Notification notification, WordedMessage words, Destination to, CancellationToken ct)
    {
        var id = notification.SubscriptionId!.Value;
        // known to nobody else: a push service shows at most the last message under a topic, and learns by it no report
        var topic = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(id.ToByteArray());
        var message = new PushMessage(Cut(words.Subject), Cut(words.Body), (await facts.Link(notification, ct)).ToString(), topic);
        try
        {
            await sender.Send(PushTarget.Read(to.Value), JsonSerializer.SerializeToUtf8Bytes(message, AppDb.StoredJson), topic, notification.Urgent, ct);
        }
        catch (AddressRefused)
        {
            await db.PushSubscriptions.Where(s => s.Id == id).ExecuteDeleteAsync(ct);
            throw;
        }
    }

    /// <summary>More is not shown on a screen, and might not fit into the record.</summary>
    private static string Cut(string text) => text.Length > PushMessage.TextMax ? text[..PushMessage.TextMax] : text;
}

/// <summary>What the service worker shows.</summary>
/// <param name="Link">What a tap opens.</param>
/// <param name="Tag">A later message under it takes the place of an earlier one.</param>
internal sealed record PushMessage(string Title, string Body, string Link, string Tag)
{
    /// <summary>Of title and of body: twice that many characters, six bytes each at worst, fit with link and tag into <see cref="PushEncryption.MessageMax"/>.</summary>
    public const int TextMax = 250;
}
