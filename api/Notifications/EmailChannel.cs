using System.Security.Cryptography;
using System.Text;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>
/// Mail, to staff and to reporters who left an address. This is the one reading of the vault without a person and so without a
/// reason in the log: also the contact of an anonymous reporter reaches the sender, and nobody else (domain.md section 7).
/// </summary>
internal sealed class EmailChannel(AppDb db, ContactVault vault, Mailer mailer, TimeProvider time) : IDirectChannel
{
    public Medium Medium => Medium.Email;

    public bool Configured => mailer.Configured;

    public IQueryable<Account> Reachable(IQueryable<Account> staff) => staff.Where(account => account.Email != null);

    public async Task<IReadOnlyList<Listener>> Reporter(Guid reportId, CancellationToken ct) =>
        await OfReporter(reportId, ct) is null ? [] : [Listener.TheReporter];

    public async Task<(Destination? To, string Why)> Find(Notification notification, CancellationToken ct)
    {
        var to = notification.AccountId is { } account ? await OfAccount(account, ct) : await OfReporter(notification.SubjectId!.Value, ct);
        if (to is null)
        {
            return (null, "no address");
        }

        if (notification.AccountId is null && await db.ReporterWishes.AnyAsync(w => w.ReportId == notification.SubjectId && w.NoEmail, ct))
        {
            return (null, "unsubscribed");
        }

        return await db.Bounces.AnyAsync(b => b.AddressSeal == to.Seal, ct) ? (null, "undeliverable") : (to, "");
    }

    public async Task Send(Notification notification, WordedMessage words, Destination to, CancellationToken ct)
    {
        try
        {
            await mailer.Send(new Envelope(notification.Id, to.Value, notification.AccountId is null ? notification.SubjectId : null), words, ct);
        }
        catch (AddressRefused)
        {
            await db.Bounced(to.Seal, time.Now(), ct);
            throw;
        }
    }

    public Task Tell(DirectMessage message, string address, CancellationToken ct) => mailer.Send(new Envelope(message.Id, address, Unsubscribes: null), message.Words, ct);

    private async Task<Destination?> OfReporter(Guid reportId, CancellationToken ct) =>
        await db.ReporterContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == reportId, ct) is { } kept && vault.Open(kept).Email is { } email
            ? To(email, kept.Sealed)
            : null;

    private async Task<Destination?> OfAccount(Guid accountId, CancellationToken ct) =>
        await db.Users.Where(account => account.Id == accountId && !account.Disabled).Select(account => account.Email).SingleOrDefaultAsync(ct) is { } email
            ? To(email, Encoding.UTF8.GetBytes(email))
            : null;

    private static Destination To(string email, byte[] known) => new(email, nameof(Medium.Email), SHA256.HashData(known));
}
