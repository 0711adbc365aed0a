using System.Text.RegularExpressions;
using KediriLapor.Persistence.Reading;
using KediriLapor.Reports.Model;

namespace KediriLapor.Reports;

/// <summary>What a queue can be narrowed by, each a condition on <c>reports AS r</c>: the same for its list and for its counts.</summary>
internal static partial class QueueFilter
{
    /// <summary>What the reports are about.</summary>
    public static Sql Of(this Sql reports, string? service, string? kelurahan, string? agency, string? q)
    {
        reports
            .And(service is not null, $"r.service_code = {service}")
            .And(kelurahan is not null, $"r.kelurahan_code = {kelurahan}")
            .And(agency is not null, $"r.agency_code = {agency}");
        return q is { } words ? reports.And(Says(words)) : reports;
    }

    /// <summary>Where they stand.</summary>
    public static Sql In(this Sql reports, ReportStatus[] status, bool? overdue, DateTimeOffset now) => reports
        .And(status.Length > 0, $"r.status = ANY ({status})")
        .And(overdue is true, $"r.due_at < {now}")
        .And(overdue is false, $"r.due_at >= {now}");

    /// <summary>Whether the running clock has climbed to <paramref name="agency"/>.</summary>
    public static Sql ClimbedTo(this Sql reports, string? agency, bool? wanted)
    {
        Sql climbed = $"EXISTS (SELECT FROM escalations AS e WHERE e.report_id = r.id AND e.since = r.status_since AND e.due_at = r.due_at AND e.agency_code = {agency})";
        return reports.And(wanted is true, climbed).And(wanted is false, $"NOT {climbed}");
    }

    // the text search column is made with "indonesian"
    private static Sql Says(string words) =>
        TrackingCode.TryParse(words, out var code) ? $"r.tracking_code = {code.Value}"
        : Typing().Match(words) is { Success: true } typing ? Begins(typing.Groups["words"].Value, typing.Groups["start"].Value + ":*")
        : $"r.search @@ websearch_to_tsquery('indonesian', {words})";

    /// <summary>The last word may be the beginning of one. Its stem alone would not do: the stemmer takes "penerang" for "terang".</summary>
    private static Sql Begins(string words, string start) =>
        $"r.search @@ (websearch_to_tsquery('indonesian', {words}) && (to_tsquery('indonesian', {start}) || to_tsquery('simple', {start})))";

    /// <summary>Plain words, of which the last has three letters or more: fewer begin too many words. An "or" reaches to both sides, so it stays whole.</summary>
    [GeneratedRegex(@"^(?!.*\bor\b)(?<words>[^""]*?)(?<![\w-])(?<start>[\p{L}\d]{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Typing();
}
