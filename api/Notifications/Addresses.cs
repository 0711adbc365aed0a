using System.Security.Cryptography;
using System.Text;
using KediriLapor.Persistence;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <param name="Seal">What a <see cref="Bounce"/> knows it by.</param>
internal sealed record MailAddress(string Value, byte[] Seal);

/// <summary>
/// Where a notification goes, looked up at the moment of sending. This is the one reading of the vault without a person and so without a
/// reason in the log: also the contact of an anonymous reporter reaches the sender, and nobody else (domain.md section 7).
/// </summary>
internal sealed class Addresses(AppDb db, ContactVault vault)
{
    /// <returns>The address, or why there is none to write to.</returns>
    public async Task<(MailAddress? Address, string Why)> Of(Notification notification, CancellationToken ct)
    {
        var address = notification.AccountId is { } account ? await OfAccount(account, ct) : await OfReporter(notification.ReportId!.Value, ct);
        if (address is null)
        {
            return (null, "no address");
        }

        if (notification.AccountId is null && await db.ReporterWishes.AnyAsync(w => w.ReportId == notification.ReportId && w.NoEmail, ct))
        {
            return (null, "unsubscribed");
        }

        return await db.Bounces.AnyAsync(b => b.AddressSeal == address.Seal, ct) ? (null, "undeliverable") : (address, "");
    }

    private async Task<MailAddress?> OfReporter(Guid reportId, CancellationToken ct) =>
        await db.ReporterContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == reportId, ct) is { } kept && vault.Open(kept).Email is { } email
            ? new MailAddress(email, SHA256.HashData(kept.Sealed))
            : null;

    private async Task<MailAddress?> OfAccount(Guid accountId, CancellationToken ct) =>
        await db.Users.Where(account => account.Id == accountId && !account.Disabled).Select(account => account.Email).SingleOrDefaultAsync(ct) is { } email
            ? new MailAddress(email, SHA256.HashData(Encoding.UTF8.GetBytes(email)))
            : null;
}
