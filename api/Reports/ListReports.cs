using System.Linq.Expressions;
using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Tables;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace KediriLapor.Reports;

/// <summary>The queue of an actor, most urgent first, reports without a running clock last.</summary>
/// <param name="Escalated">Whether the running clock has climbed to the actor's own unit.</param>
public sealed record ListReports(
    ReportStatus[] Status, string? Service, string? Kelurahan, string? Agency, bool? Overdue, bool? Escalated, string? Q, int PageSize, string? After) : IQuery<Page<ReportListItem>>;

/// <param name="Supports">How many said "saya juga".</param>
/// <param name="MergedInto">The report that is handled in its place.</param>
public sealed record ReportListItem(
    Guid Id, string TrackingCode, ReportStatus Status, Named Service, Named? Kelurahan, Named? Agency, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt, int Version,
    int Supports, Guid? MergedInto);

internal sealed partial class ListReportsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListReports, Page<ReportListItem>>
{
    /// <summary>PostgreSQL's text search configuration, as the search column is made with.</summary>
    private const string Language = "indonesian";

    private sealed record Key(DateTimeOffset Due, Guid Id);

    public async Task<Page<ReportListItem>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var reports = Filter(db.Reports.AsNoTracking().VisibleTo(actor.Value, city), request, time.Now());
        reports = request.Escalated is { } escalated ? reports.Where(HasClimbedTo(actor.Value.AgencyCode, escalated)) : reports;
        if (Cursor.Read<Key>(request.After) is { } after)
        {
            reports = reports.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.DueAtOrNever, r.Id), ValueTuple.Create(after.Due.ToUniversalTime(), after.Id)));
        }

        var rows = await reports.OrderBy(r => r.DueAtOrNever).ThenBy(r => r.Id).Take(request.PageSize + 1)
            .Select(r => new { r.Id, r.TrackingCode, r.Status, r.ServiceCode, r.Place.KelurahanCode, r.AgencyCode, r.SubmittedAt, r.DueAtOrNever, r.Version, r.MergedInto })
            .ToListAsync(cancellationToken);
        var supports = await db.CountSupports([.. rows.Select(r => r.Id)], cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            r => new ReportListItem(
                r.Id, r.TrackingCode.ToString(), r.Status, city.ServiceNamed(r.ServiceCode), city.KelurahanNamed(r.KelurahanCode), city.AgencyNamed(r.AgencyCode),
                r.SubmittedAt, r.DueAtOrNever == Report.Never ? null : r.DueAtOrNever, r.Version, supports.GetValueOrDefault(r.Id), r.MergedInto),
            r => new Key(r.DueAtOrNever, r.Id));
    }

    private Expression<Func<Report, bool>> HasClimbedTo(string? agency, bool wanted) => r => wanted ==
        db.Escalations.Any(e => e.ReportId == r.Id && e.Since == r.StatusSince && e.DueAt == r.DueAtOrNever && e.AgencyCode == agency);

    private static IQueryable<Report> Filter(IQueryable<Report> reports, ListReports request, DateTimeOffset now)
    {
        reports = request.Status.Length == 0 ? reports : reports.Where(r => request.Status.Contains(r.Status));
        reports = request.Service is { } service ? reports.Where(r => r.ServiceCode == service) : reports;
        reports = request.Kelurahan is { } kelurahan ? reports.Where(r => r.Place.KelurahanCode == kelurahan) : reports;
        reports = request.Agency is { } agency ? reports.Where(r => r.AgencyCode == agency) : reports;
        reports = request.Overdue switch
        {
            true => reports.Where(r => r.DueAtOrNever < now),
            false => reports.Where(r => r.DueAtOrNever >= now),
            null => reports,
        };
        return request.Q is not { } words ? reports
            : TrackingCode.TryParse(words, out var code) ? reports.Where(r => r.TrackingCode == code)
            : Typing().Match(words) is { Success: true } typing ? Find(reports, typing.Groups["words"].Value, typing.Groups["start"].Value + ":*")
            : reports.Where(r => EF.Property<NpgsqlTsVector>(r, ReportTable.Search).Matches(EF.Functions.WebSearchToTsQuery(Language, words)));
    }

    /// <summary>The last word may be the beginning of one. Its stem alone would not do: the stemmer takes "penerang" for "terang".</summary>
    private static IQueryable<Report> Find(IQueryable<Report> reports, string words, string start) => reports.Where(r =>
        EF.Property<NpgsqlTsVector>(r, ReportTable.Search).Matches(
            EF.Functions.WebSearchToTsQuery(Language, words).And(
                EF.Functions.ToTsQuery(Language, start).Or(EF.Functions.ToTsQuery("simple", start)))));

    /// <summary>Plain words, of which the last has three letters or more: fewer begin too many words. An "or" reaches to both sides, so it stays whole.</summary>
    [GeneratedRegex(@"^(?!.*\bor\b)(?<words>[^""]*?)(?<![\w-])(?<start>[\p{L}\d]{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Typing();
}
