using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Hears every event and brings the public picture of the report up to date, or takes it away when it is not public.</summary>
internal sealed class PublishReport(AppDb db, CityWatch city) : IOutboxConsumer
{
    public const string Name = "publish-report";

    public async Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(message => message.ReportId).ToArray();
        var reports = await db.Reports.Where(r => ids.Contains(r.Id))
            .Select(r => new Source(
                r.Id, r.Status, r.Outcome, r.ServiceCode, r.AgencyCode, r.Place.KelurahanCode, r.Place.Lat, r.Place.Lng,
                r.Anonymous, r.Confidential, r.MergedInto, r.SubmittedAt, r.DueAtOrNever, r.SettledAt, r.SettledInTime, r.Version))
            .ToListAsync(cancellationToken);
        var handedOver = (await db.HandOvers.AsNoTracking().Where(h => ids.Contains(h.ReportId)).ToListAsync(cancellationToken)).ToLookup(h => h.ReportId);
        var shown = await db.PublicReports.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var report in reports)
        {
            var taker = report.Outcome == Outcome.NotOurs ? handedOver[report.Id].MaxBy(h => h.Sequence)?.Name : null;
            Bring(report, taker, shown.GetValueOrDefault(report.Id));
        }
    }

    private void Bring(Source report, string? taker, PublicReport? shown)
    {
        if (report.Confidential || city.Current.Services[report.ServiceCode] is { ConfidentialByDefault: true } or { Integrity: true })
        {
            if (shown is not null)
            {
                db.PublicReports.Remove(shown);
            }

            return;
        }

        if (shown is null)
        {
            shown = new PublicReport { Id = report.Id, SubmittedAt = report.SubmittedAt };
            db.PublicReports.Add(shown);
        }

        if (shown.Sequence >= report.Version)
        {
            return;
        }

        shown.Status = report.Status;
        shown.Outcome = report.Outcome;
        shown.ServiceCode = report.ServiceCode;
        shown.AgencyCode = report.AgencyCode;
        shown.KelurahanCode = report.KelurahanCode;
        shown.Lat = report.Anonymous ? Place.Coarse(report.Lat) : report.Lat;
        shown.Lng = report.Anonymous ? Place.Coarse(report.Lng) : report.Lng;
        shown.MergedInto = report.MergedInto;
        shown.DueAt = report.DueAtOrNever == Report.Never ? null : report.DueAtOrNever;
        shown.SettledAt = report.SettledAt;
        shown.SettledInTime = report.SettledInTime;
        shown.HandedOverTo = taker;
        shown.Sequence = report.Version;
    }

    private sealed record Source(
        Guid Id, ReportStatus Status, Outcome? Outcome, string ServiceCode, string? AgencyCode, string? KelurahanCode, double? Lat, double? Lng,
        bool Anonymous, bool Confidential, Guid? MergedInto, DateTimeOffset SubmittedAt, DateTimeOffset DueAtOrNever,
        DateTimeOffset? SettledAt, bool? SettledInTime, int Version);
}
