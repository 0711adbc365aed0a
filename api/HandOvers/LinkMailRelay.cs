using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Platform;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>Mails links to receivers. Leased like notifications; what an instance took with it when it died goes again with another token.</summary>
internal sealed class LinkMailRelay(IServiceScopeFactory scopes, TimeProvider time, ILogger<LinkMailRelay> log) : Relay(Pause, log)
{
    private const int Batch = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task<int> CarryBatch(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (now, leased) = (time.Now(), time.Now() + HandOverLink.Lease);
        var due = await db.HandOverLinks.FromSql($"""
            UPDATE hand_over_links SET due_at = {leased}, attempts = attempts + 1
            WHERE id IN (SELECT id FROM hand_over_links WHERE due_at <= {now} ORDER BY due_at, id LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).ToListAsync(ct);
        var sender = scope.ServiceProvider.GetRequiredService<SendLinkMail>();
        foreach (var link in due)
        {
            await sender.Send(link, ct);
            await db.SaveChangesAsync(ct);
        }

        return due.Count;
    }
}

/// <summary>One attempt at one mail.</summary>
internal sealed class SendLinkMail(AppDb db, Mailer mailer, PublicAddress address, TimeProvider time, ILogger<SendLinkMail> log)
{
    public async Task Send(HandOverLink link, CancellationToken ct)
    {
        var record = await db.HandOverRecords.AsNoTracking().SingleAsync(r => r.HandOverId == link.HandOverId, ct);
        var token = ReporterToken.New();
        link.Carry(ReporterToken.HashOf(token)!);
        // before the message is out: it may be opened before the mail server has said that it took it
        await db.SaveChangesAsync(ct);
        try
        {
            var words = Words(Jws.Read(record.Jws), HandOverAddress.Of(address.Site, link.HandOverId, token));
            await mailer.Send(new Envelope(Guid.CreateVersion7(time.Now()), link.Email!, Unsubscribes: null), words, ct);
            link.Sent(time.Now());
        }
        catch (AddressRefused)
        {
            link.Refused();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogWarning("The link {Id} of a hand-over is not sent: {Kind}", link.Id, failure.GetType().Name);
            link.Failed(time.Now());
        }
    }

    /// <summary>From office to office, in both languages: no template, since it says what was signed. Mail lies open on its way, so nothing of the matter but its number stands in it.</summary>
    private static WordedMessage Words(HandOverStatement statement, Uri link) => new(
        $"Serah terima laporan {statement.Report.Number} dari {statement.City}",
        $"""
        Kepada {statement.To.Name},

        {statement.City} menyerahkan laporan warga {statement.Report.Number} kepada instansi Anda karena bukan kewenangan kota. Baca berita acaranya dan jawab paling
        lambat {IndonesianDate.Format(statement.AnswerBy)}: terima dengan nomor dan tanggal Anda, atau tolak dengan alasannya. Akun tidak diperlukan:

        {link}

        Siapa pun yang memegang tautan ini dapat menjawab atas nama instansi Anda; teruskan hanya kepada yang berwenang. Berita acara ditandatangani secara
        elektronik dan dapat diperiksa dengan kunci di {statement.Site}api/v1/public/history-roots/keys.

        {statement.City} hands the citizen's report {statement.Report.Number} over to your office. Please read the signed record and answer it at the link above.

        {statement.Desk}
        """);
}
