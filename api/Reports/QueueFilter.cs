using System.Linq.Expressions;
using System.Text.RegularExpressions;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Tables;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace KediriLapor.Reports;

/// <summary>What a queue can be narrowed by: the same for its list and for its counts.</summary>
internal static partial class QueueFilter
{
    /// <summary>PostgreSQL's text search configuration, as the search column is made with.</summary>
    private const string Language = "indonesian";

    /// <summary>What the reports are about.</summary>
    public static IQueryable<Report> Of(this IQueryable<Report> reports, string? service, string? kelurahan, string? agency, string? q)
    {
        reports = service is null ? reports : reports.Where(r => r.ServiceCode == service);
        reports = kelurahan is null ? reports : reports.Where(r => r.Place.KelurahanCode == kelurahan);
        reports = agency is null ? reports : reports.Where(r => r.AgencyCode == agency);
        return q is not { } words ? reports
            : TrackingCode.TryParse(words, out var code) ? reports.Where(r => r.TrackingCode == code)
            : Typing().Match(words) is { Success: true } typing ? Find(reports, typing.Groups["words"].Value, typing.Groups["start"].Value + ":*")
            : reports.Where(r => EF.Property<NpgsqlTsVector>(r, ReportTable.Search).Matches(EF.Functions.WebSearchToTsQuery(Language, words)));
    }

    /// <summary>Where they stand.</summary>
    public static IQueryable<Report> In(this IQueryable<Report> reports, ReportStatus[] status, bool? overdue, DateTimeOffset now)
    {
        reports = status.Length == 0 ? reports : reports.Where(r => status.Contains(r.Status));
        return overdue switch
        {
            true => reports.Where(r => r.DueAtOrNever < now),
            false => reports.Where(r => r.DueAtOrNever >= now),
            null => reports,
        };
    }

    /// <summary>Whether the running clock has climbed to <paramref name="agency"/>.</summary>
    public static Expression<Func<Report, bool>> HasClimbedTo(this AppDb db, string? agency, bool wanted) => r => wanted ==
        db.Escalations.Any(e => e.ReportId == r.Id && e.Since == r.StatusSince && e.DueAt == r.DueAtOrNever && e.AgencyCode == agency);

    /// <summary>The last word may be the beginning of one. Its stem alone would not do: the stemmer takes "penerang" for "terang".</summary>
    private static IQueryable<Report> Find(IQueryable<Report> reports, string words, string start) => reports.Where(r =>
        EF.Property<NpgsqlTsVector>(r, ReportTable.Search).Matches(
            EF.Functions.WebSearchToTsQuery(Language, words).And(
                EF.Functions.ToTsQuery(Language, start).Or(EF.Functions.ToTsQuery("simple", start)))));

    /// <summary>Plain words, of which the last has three letters or more: fewer begin too many words. An "or" reaches to both sides, so it stays whole.</summary>
    [GeneratedRegex(@"^(?!.*\bor\b)(?<words>[^""]*?)(?<![\w-])(?<start>[\p{L}\d]{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Typing();
}
