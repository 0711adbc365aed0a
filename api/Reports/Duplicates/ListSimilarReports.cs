using System.Linq.Expressions;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Open reports, of those the actor may see, that may tell of the same matter.</summary>
public sealed record ListSimilarReports(Guid ReportId) : IQuery<SimilarReports>;

/// <summary>At most ten, most similar first; what was found to be another matter is not among them.</summary>
public sealed record SimilarReports(IReadOnlyList<SimilarReport> Items);

/// <param name="Score">0 to 1.</param>
public sealed record SimilarReport(ReportReference Report, string Description, DateTimeOffset SubmittedAt, int Supports, double Score, Similarity Parts);

internal sealed class ListSimilarReportsHandler(AppDb db, CityWatch watch, CurrentActor actor) : IRequestHandler<ListSimilarReports, SimilarReports>
{
    private const int Most = 10;

    /// <summary>A storm brings hundreds from one street: the latest are enough to find one to merge into.</summary>
    private const int Candidates = 200;

    public async Task<SimilarReports> Handle(ListSimilarReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var visible = db.Reports.AsNoTracking().VisibleTo(actor.Value, city);
        var report = await visible.Where(r => r.Id == request.ReportId).Select(Told).SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound();
        var rejected = await db.SimilarityRejections.Where(pair => pair.LowId == report.Id || pair.HighId == report.Id)
            .Select(pair => pair.LowId == report.Id ? pair.HighId : pair.LowId).ToListAsync(cancellationToken);

        var near = report is { Lat: { } lat, Lng: { } lng } ? new Surroundings(lat, lng) : null;
        var candidates = await (near is null ? InWard(visible, report) : InBox(visible, near.Box))
            .Where(r => r.Status != ReportStatus.Resolved && r.Status != ReportStatus.Closed && r.MergedInto == null)
            .Where(r => r.Id != report.Id && r.ParentId != report.Id && r.Id != report.ParentId && !rejected.Contains(r.Id))
            .OrderByDescending(r => r.Id).Take(Candidates).Select(Told).ToListAsync(cancellationToken);

        var words = new Trigrams(report.Description);
        var found = candidates.Select(other => (Other: other, Parts: Compare(other))).Where(found => found.Parts.Score >= Similarity.Least)
            .OrderByDescending(found => found.Parts.Score).Take(Most).ToArray();
        var supports = await db.CountSupports([.. found.Select(f => f.Other.Id)], cancellationToken);
        return new SimilarReports([.. found.Select(f => new SimilarReport(
            ReportReference.Of(f.Other.Id, f.Other.TrackingCode, f.Other.Status, f.Other.ServiceCode, f.Other.AgencyCode, city),
            f.Other.Description, f.Other.SubmittedAt, supports.GetValueOrDefault(f.Other.Id), f.Parts.Score, f.Parts))]);

        Similarity Compare(Candidate other) => new(
            near?.MetresTo(other.Lat, other.Lng), Math.Round(Math.Abs((report.SubmittedAt - other.SubmittedAt).TotalDays), 1),
            city.MatchOf(report.ServiceCode, other.ServiceCode), Math.Round(words.Likeness(new Trigrams(other.Description)), 3));
    }

    private static IQueryable<Report> InBox(IQueryable<Report> reports, Bounds box) =>
        reports.Where(r => r.Place.Lat >= box.South && r.Place.Lat <= box.North && r.Place.Lng >= box.West && r.Place.Lng <= box.East);

    /// <summary>A place told in words: what is open in its ward, which the running clocks lead to.</summary>
    private static IQueryable<Report> InWard(IQueryable<Report> reports, Candidate report)
    {
        var never = Report.Never;
        return reports.Where(r => r.Place.KelurahanCode == report.KelurahanCode && r.DueAtOrNever < never);
    }

    private static readonly Expression<Func<Report, Candidate>> Told = r => new Candidate(
        r.Id, r.TrackingCode, r.Status, r.ServiceCode, r.AgencyCode, r.Description, r.SubmittedAt, r.Place.KelurahanCode, r.Place.Lat, r.Place.Lng, r.ParentId);

    private sealed record Candidate(
        Guid Id, TrackingCode TrackingCode, ReportStatus Status, string ServiceCode, string? AgencyCode, string Description, DateTimeOffset SubmittedAt,
        string? KelurahanCode, double? Lat, double? Lng, Guid? ParentId);
}
