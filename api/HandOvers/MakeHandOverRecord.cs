using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Proof;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>Hears that a report was handed over: signs the record, begins to wait for the answer and, where the receiver has an address, sends it the link.</summary>
internal sealed class MakeHandOverRecord(AppDb db, CityWatch watch, IDataProtectionProvider protection, PublicAddress address, HandOverTerms terms, TimeProvider time) : IOutboxConsumer
{
    public const string Name = "make-hand-over-record";

    private const string CityName = "Kota Kediri";

    private readonly IDataProtector protector = protection.ForSigningKeys();

    public async Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var key = await db.SigningKeyFor(protector, now, cancellationToken);
        using var pair = key.Open(protector);
        foreach (var message in messages)
        {
            var handOver = await db.HandOvers.AsNoTracking().SingleAsync(h => h.ReportId == message.SubjectId && h.Sequence == message.Sequence, cancellationToken);
            if (await db.HandOverRecords.AnyAsync(r => r.HandOverId == handOver.Id, cancellationToken))
            {
                continue;
            }

            var statement = await StatementOf(handOver, cancellationToken);
            db.HandOverRecords.Add(new HandOverRecord { HandOverId = handOver.Id, Jws = Jws.Sign(statement, key.Id, pair), KeyId = key.Id, MadeAt = now });
            db.HandOverWaits.Add(new HandOverWait { HandOverId = handOver.Id, Since = handOver.At });
            if (EmailOf(handOver) is { } email)
            {
                db.HandOverLinks.Add(HandOverLink.Mail(handOver.Id, email, Actor.System, now));
            }
        }
    }

    private async Task<HandOverStatement> StatementOf(HandOver handOver, CancellationToken ct)
    {
        var city = watch.Current;
        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Id == handOver.ReportId, ct);
        var reason = await db.ReportEvents.Where(e => e.ReportId == handOver.ReportId && e.Sequence == handOver.Sequence - 1).Select(e => e.PublicNote).SingleAsync(ct);
        var confidential = report.Confidential || city.ConfidentialServices.Contains(report.ServiceCode);
        var (lat, lng) = report.Anonymous || confidential ? (Place.Coarse(report.Place.Lat), Place.Coarse(report.Place.Lng)) : (report.Place.Lat, report.Place.Lng);
        return new HandOverStatement(
            HandOverStatement.TypeOne, handOver.Id, CityName, Facts.Brand, address.Site.ToString(), city.AgencyNamed(report.AgencyCode), new ReceiverNamed(handOver.AgencyCode, handOver.Name),
            new HandedReport(
                report.Id, report.TrackingCode.ToString(), city.ServiceNamed(report.ServiceCode), city.KelurahanNamed(report.Place.KelurahanCode),
                city.KecamatanNamed(report.Place.KelurahanCode), lat, lng, confidential ? null : report.PublicDescription, confidential),
            reason is null ? null : PersonalData.Mask(reason), report.SubmittedAt, handOver.At, terms.AnswerBy(handOver, city));
    }

    /// <summary>What the officer wrote beside it, else what the city knows of the agency; a phone or a name leads no mail anywhere.</summary>
    private string? EmailOf(HandOver handOver)
    {
        var known = handOver.AgencyCode is { } code ? watch.Current.Agencies[code].Email : null;
        return handOver.Contact is { } contact && EmailAddress.IsOne(contact) ? contact : known;
    }
}
