using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Is it reported already? Open reports that everybody may see, near a point.</summary>
/// <param name="Service">What is to be reported; null: what the text seems to be about.</param>
public sealed record ListSimilarPublicReports(Coordinates At, string? Service, string? Text) : IQuery<SimilarPublicReports>;

/// <summary>At most five, most similar first.</summary>
public sealed record SimilarPublicReports(IReadOnlyList<SimilarPublicReport> Items);

/// <param name="Score">0 to 1.</param>
/// <param name="Parts">
/// The distance is to the point that is shown. The public table holds no words, so none can be guessed by asking: <c>text</c> says how much
/// the words asked about speak of this report's service.
/// </param>
public sealed record SimilarPublicReport(PublicReportItem Report, double Score, Similarity Parts);

internal sealed class ListSimilarPublicReportsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ListSimilarPublicReports, SimilarPublicReports>
{
    private const int Most = 5;
    private const int Candidates = 200;

    public async Task<SimilarPublicReports> Handle(ListSimilarPublicReports request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var heard = request.Text is { } text ? city.Suggestions.Suggest(text).Services.ToDictionary(service => service.Code, service => service.Score) : [];
        var asked = request.Service is { } code
            ? city.Services.ContainsKey(code) ? code : throw new RuleViolation("unknown_service", StatusCodes.Status400BadRequest, "service")
            : heard.Count > 0 ? heard.MaxBy(service => service.Value).Key : null;

        var near = new Surroundings(request.At.Lat, request.At.Lng);
        var box = near.Box;
        var candidates = await db.PublicReports.AsNoTracking()
            .Where(r => r.Lat >= box.South && r.Lat <= box.North && r.Lng >= box.West && r.Lng <= box.East)
            .Where(r => r.Status != ReportStatus.Resolved && r.Status != ReportStatus.Closed && r.MergedInto == null)
            .OrderByDescending(r => r.Id).Take(Candidates).ToListAsync(cancellationToken);

        var found = candidates.Select(report => (Report: report, Parts: Compare(report))).Where(found => found.Parts.Score >= Similarity.Least)
            .OrderByDescending(found => found.Parts.Score).Take(Most).ToArray();
        var supports = await db.CountSupports([.. found.Select(f => f.Report.Id)], cancellationToken);
        return new SimilarPublicReports([.. found.Select(f =>
            new SimilarPublicReport(PublicReportItem.Of(f.Report, supports.GetValueOrDefault(f.Report.Id), city), f.Parts.Score, f.Parts))]);

        Similarity Compare(PublicReport report) => new(
            near.MetresTo(report.Lat, report.Lng), Math.Round(Math.Max(0, (now - report.SubmittedAt).TotalDays), 1),
            asked is null ? ServiceMatch.Different : city.MatchOf(asked, report.ServiceCode), Math.Round(heard.GetValueOrDefault(report.ServiceCode), 3));
    }
}
