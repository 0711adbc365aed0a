using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>Newest first: to a client of a receiver what was handed to it, to staff what was handed out of reports that they see.</summary>
/// <param name="Unanswered">Only what nobody has answered yet.</param>
public sealed record ListHandOvers(bool Unanswered, int PageSize, string? After) : IQuery<Page<HandOverItem>>;

/// <param name="Number">The report's, by which its reporter calls it.</param>
public sealed record HandOverItem(
    Guid Id, Guid ReportId, string Number, ReceiverNamed To, Named Service, Named? Kelurahan, DateTimeOffset At, DateTimeOffset AnswerBy, HandOverState State, HandOverAnswerItem? Answer);

internal sealed class ListHandOversHandler(AppDb db, CityWatch watch, CurrentActor actor, HandOverTerms terms, TimeProvider time) : IRequestHandler<ListHandOvers, Page<HandOverItem>>
{
    private sealed record Key(Guid Id);

    private sealed record Row(HandOver HandOver, Guid ReportId, TrackingCode Number, string ServiceCode, string? KelurahanCode, HandOverAnswer? Answer);

    public async Task<Page<HandOverItem>> Handle(ListHandOvers request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var rows = Visible(city).Select(one => new
        {
            one.HandOver,
            one.Report,
            Answer = db.HandOverAnswers.FirstOrDefault(a => a.HandOverId == one.HandOver.Id),
        });
        if (request.Unanswered)
        {
            rows = rows.Where(one => one.Answer == null && one.Report.Status == ReportStatus.Closed && one.Report.Outcome == Outcome.NotOurs
                && !db.HandOvers.Any(later => later.ReportId == one.Report.Id && later.Sequence > one.HandOver.Sequence));
        }

        if (Cursor.Read<Key>(request.After) is { } after)
        {
            rows = rows.Where(one => one.HandOver.Id < after.Id);
        }

        var page = await rows.OrderByDescending(one => one.HandOver.Id).Take(request.PageSize + 1).AsNoTracking()
            .Select(one => new Row(one.HandOver, one.Report.Id, one.Report.TrackingCode, one.Report.ServiceCode, one.Report.Place.KelurahanCode, one.Answer)).ToListAsync(cancellationToken);
        return Cursor.Cut(page, request.PageSize, row => Told(row, city, now), row => new Key(row.HandOver.Id));
    }

    private IQueryable<HandedOverReport> Visible(City city)
    {
        var signed = db.HandOvers.Where(h => db.HandOverRecords.Any(r => r.HandOverId == h.Id));
        var who = actor.Value;
        if (who.Client is not null)
        {
            var (own, integrity, receives) = (who.Agencies, city.IntegrityServices, HandOverDoor.IsReceiver(who));
            return signed.Where(h => receives && own.Contains(h.AgencyCode!))
                .Join(db.Reports.Where(r => !integrity.Contains(r.ServiceCode)), h => h.ReportId, r => r.Id, (h, r) => new HandedOverReport { HandOver = h, Report = r });
        }

        return signed.Join(db.Reports.VisibleTo(who, city), h => h.ReportId, r => r.Id, (h, r) => new HandedOverReport { HandOver = h, Report = r });
    }

    private HandOverItem Told(Row row, City city, DateTimeOffset now) => new(
        row.HandOver.Id, row.ReportId, row.Number.ToString(), new ReceiverNamed(row.HandOver.AgencyCode, row.HandOver.Name), city.ServiceNamed(row.ServiceCode),
        city.KelurahanNamed(row.KelurahanCode), row.HandOver.At, terms.AnswerBy(row.HandOver, city), terms.StateOf(row.HandOver, row.Answer, city, now), HandOverAnswerItem.Of(row.Answer));

    private sealed class HandedOverReport
    {
        public required HandOver HandOver { get; init; }

        public required Report Report { get; init; }
    }
}
