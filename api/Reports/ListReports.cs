using System.Text.RegularExpressions;
using KediriLapor.Persistence.Tables;
using KediriLapor.Platform;
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

internal sealed partial class ListReportsHandler(ReportQueue queue) : IRequestHandler<ListReports, Page<ReportListItem>>
{
    /// <summary>PostgreSQL's text search configuration, as the search column is made with.</summary>
    private const string Language = "indonesian";

    public Task<Page<ReportListItem>> Handle(ListReports request, CancellationToken cancellationToken) =>
        queue.Read(request, reports => Find(reports, request.Q), cancellationToken);

    private static IQueryable<Report> Find(IQueryable<Report> reports, string? q) =>
        q is not { } words ? reports
        : TrackingCode.TryParse(words, out var code) ? reports.Where(r => r.TrackingCode == code)
        : Typing().Match(words) is { Success: true } typing ? Find(reports, typing.Groups["words"].Value, typing.Groups["start"].Value + ":*")
        : reports.Where(r => EF.Property<NpgsqlTsVector>(r, ReportTable.Search).Matches(EF.Functions.WebSearchToTsQuery(Language, words)));

    /// <summary>The last word may be the beginning of one. Its stem alone would not do: the stemmer takes "penerang" for "terang".</summary>
    private static IQueryable<Report> Find(IQueryable<Report> reports, string words, string start) => reports.Where(r =>
        EF.Property<NpgsqlTsVector>(r, ReportTable.Search).Matches(
            EF.Functions.WebSearchToTsQuery(Language, words).And(
                EF.Functions.ToTsQuery(Language, start).Or(EF.Functions.ToTsQuery("simple", start)))));

    /// <summary>Plain words, of which the last has three letters or more: fewer begin too many words. An "or" reaches to both sides, so it stays whole.</summary>
    [GeneratedRegex(@"^(?!.*\bor\b)(?<words>[^""]*?)(?<![\w-])(?<start>[\p{L}\d]{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Typing();
}
