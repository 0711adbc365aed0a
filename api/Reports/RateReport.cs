using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>The reporter's judgement of what was done.</summary>
public sealed record NewRating
{
    /// <summary>1 (not satisfied) to 5 (very satisfied).</summary>
    [Range(Rating.StarsMin, Rating.StarsMax, ErrorMessage = "out_of_range")]
    public required int Stars { get; init; }

    /// <summary>Needed for one or two stars.</summary>
    [MaxLength(8, ErrorMessage = "too_many")]
    public RatingReason[]? Reasons { get; init; }

    /// <summary>To the agency; never public.</summary>
    [MaxLength(Rating.CommentMax, ErrorMessage = "too_long")]
    public string? Comment { get; init; }
}

public sealed record RateReport(string TrackingCode, ReporterKey Key, int ExpectedVersion, NewRating Rating) : ICommand<ReportStanding>;

/// <summary>A rating as reporter and staff read it.</summary>
public sealed record RatingItem(int Stars, RatingReason[] Reasons, string? Comment, DateTimeOffset At)
{
    /// <summary>The rating of the present resolution.</summary>
    internal static IQueryable<RatingItem> Of(AppDb db, Guid reportId) =>
        db.Ratings.Where(r => r.ReportId == reportId).OrderByDescending(r => r.Sequence).Select(r => new RatingItem(r.Stars, r.Reasons, r.Comment, r.At));
}

internal sealed class RateReportHandler(AppDb db, CityWatch watch, ReporterDoor door, TimeProvider time) : IRequestHandler<RateReport, ReportStanding>
{
    public async Task<ReportStanding> Handle(RateReport request, CancellationToken cancellationToken)
    {
        var (rating, now) = (request.Rating, time.Now());
        var id = await door.Open(request.TrackingCode, request.Key, cancellationToken);
        var report = await db.Reports.Include(r => r.History).SingleAsync(r => r.Id == id, cancellationToken);
        db.Expect(report, request.ExpectedVersion);

        db.Ratings.Add(report.Rate(rating.Stars, rating.Reasons ?? [], rating.Comment?.Trim(), watch.Current.TermsOf(report.ServiceCode), now));
        return ReportStanding.Of(report, Walker.Reporter, now);
    }
}
