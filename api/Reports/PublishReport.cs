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
        var ids = messages.Select(message => message.SubjectId).ToArray();
        var shown = await db.PublicReports.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var report in await Read(ids, cancellationToken))
        {
            Bring(report, shown.GetValueOrDefault(report.Id));
        }
    }

    /// <summary>The picture as it will be in a moment, for whoever cannot wait; null when there will be none.</summary>
    public async Task<PublicReport?> Foresee(Guid id, CancellationToken ct)
    {
        if (await Read([id], ct) is not [var report] || !IsPublic(report))
        {
            return null;
        }

        var picture = new PublicReport { Id = report.Id, SubmittedAt = report.SubmittedAt };
        Paint(picture, report);
        return picture;
    }

    private async Task<List<Source>> Read(Guid[] ids, CancellationToken ct)
    {
        var reports = await db.Reports.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new Source(
                r.Id, r.Status, r.Outcome, r.ServiceCode, r.AgencyCode, r.Place.KelurahanCode, r.Place.Lat, r.Place.Lng,
                r.Anonymous, r.Confidential, r.MergedInto, r.SubmittedAt, r.DueAtOrNever, r.SettledAt, r.SettledInTime, r.Version,
                db.ReportEvents
                    .Where(e => e.ReportId == r.Id && e.Type != ReportEventType.Rated && e.Type != ReportEventType.Recalculated && (e.Type != ReportEventType.Noted || e.PublicNote != null))
                    .Max(e => e.At)))
            .ToListAsync(ct);
        var handedOver = (await db.HandOvers.AsNoTracking().Where(h => ids.Contains(h.ReportId)).ToListAsync(ct)).ToLookup(h => h.ReportId);
        var handOverIds = handedOver.SelectMany(all => all).Select(h => h.Id).ToArray();
        var answers = handOverIds.Length == 0 ? [] : await db.HandOverAnswers.AsNoTracking().Where(a => handOverIds.Contains(a.HandOverId)).ToDictionaryAsync(a => a.HandOverId, ct);
        return [.. reports.Select(r => r.Outcome == Outcome.NotOurs && handedOver[r.Id].MaxBy(h => h.Sequence) is { } last ? r with { Taker = last, Answer = answers.GetValueOrDefault(last.Id) } : r)];
    }

    private bool IsPublic(Source report) =>
        !report.Confidential && city.Current.Services[report.ServiceCode] is { ConfidentialByDefault: false, Integrity: false };

    private void Bring(Source report, PublicReport? shown)
    {
        if (!IsPublic(report))
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

        if (shown.Sequence < report.Version)
        {
            Paint(shown, report);
        }
    }

    private static void Paint(PublicReport shown, Source report)
    {
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
        shown.HandedOverTo = report.Taker?.Name;
        shown.HandedOverNumber = report.Answer?.Number;
        shown.HandedOverUntil = report.Answer?.ExpectedOn;
        shown.UpdatedAt = report.UpdatedAt;
        shown.Sequence = report.Version;
    }

    private sealed record Source(
        Guid Id, ReportStatus Status, Outcome? Outcome, string ServiceCode, string? AgencyCode, string? KelurahanCode, double? Lat, double? Lng,
        bool Anonymous, bool Confidential, Guid? MergedInto, DateTimeOffset SubmittedAt, DateTimeOffset DueAtOrNever,
        DateTimeOffset? SettledAt, bool? SettledInTime, int Version, DateTimeOffset UpdatedAt)
    {
        public HandOver? Taker { get; init; }

        public HandOverAnswer? Answer { get; init; }
    }
}
