using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>"Saya juga": somebody has the same matter. Who, is not known: neither a person, nor an address, nor when.</summary>
public sealed class Support
{
    public Guid ReportId { get; init; }

    /// <summary>See <see cref="HashOf"/>.</summary>
    public byte[] Supporter { get; init; } = [];

    /// <summary>
    /// The client's key hashed together with the report, so that two reports do not show that one person supports both. A UUID has at
    /// least 74 random bits: there is nothing to try out, and so nothing that a secret of ours would add.
    /// </summary>
    internal static byte[] HashOf(Guid reportId, Guid supporterKey) => new CanonicalForm("kedirilapor support 1").Add(reportId).Add(supporterKey).Hash();
}

/// <summary>How many have the same matter.</summary>
/// <param name="ReportId">The report that counts them: the survivor of a merged one.</param>
public sealed record PublicSupport(Guid ReportId, int Supports);

internal static class Supports
{
    private const string Header = "Supporter-Key";

    /// <summary>A UUID that the client made for this and keeps: it is what takes the support back.</summary>
    public static Guid KeyOf(HttpRequest request)
    {
        var given = request.Headers[Header].ToString();
        return given.Length == 0 ? throw new RuleViolation("required", StatusCodes.Status400BadRequest, Header)
            : Guid.TryParse(given, out var key) && key != Guid.Empty ? key
            : throw new RuleViolation("invalid_format", StatusCodes.Status400BadRequest, Header);
    }

    /// <summary>By report; those of reports merged into it are counted with it. A report without any is not there.</summary>
    public static Task<Dictionary<Guid, int>> CountSupports(this AppDb db, IReadOnlyCollection<Guid> reportIds, CancellationToken ct) =>
        db.Supports.Where(s => reportIds.Contains(s.ReportId)).Select(s => s.ReportId)
            .Concat(db.PublicReports.Where(r => reportIds.Contains(r.MergedInto!.Value)).Join(db.Supports, r => r.Id, s => s.ReportId, (r, s) => r.MergedInto!.Value))
            .GroupBy(id => id).Select(counted => new { counted.Key, Count = counted.Count() })
            .ToDictionaryAsync(counted => counted.Key, counted => counted.Count, ct);

    /// <summary>The same as a column beside <c>AS r</c>.</summary>
    public static readonly Sql Counted =
        $"""
        ((SELECT count(*) FROM report_supports WHERE report_id = r.id)
            + (SELECT count(*) FROM public_reports AS m JOIN report_supports AS s ON s.report_id = m.id WHERE m.merged_into = r.id))::int
        """;

    public static async Task<PublicSupport> SupportOf(this AppDb db, Guid reportId, CancellationToken ct) =>
        new(reportId, (await db.CountSupports([reportId], ct)).GetValueOrDefault(reportId));

    /// <summary>What one key has said of a report, or of those that were merged into it.</summary>
    public static async Task<IQueryable<Support>> SupportsBy(this AppDb db, Guid supporterKey, Guid reportId, CancellationToken ct)
    {
        var reports = await db.PublicReports.Where(r => r.Id == reportId || r.MergedInto == reportId).Select(r => r.Id).ToListAsync(ct);
        var supporters = reports.Select(id => Support.HashOf(id, supporterKey)).ToArray();
        return db.Supports.Where(s => reports.Contains(s.ReportId) && supporters.Contains(s.Supporter));
    }

    /// <summary>A report that everybody may see, or its survivor.</summary>
    /// <exception cref="RuleViolation"><c>not_found</c>.</exception>
    public static async Task<PublicReport> PublicOrSurvivor(this AppDb db, Guid id, CancellationToken ct)
    {
        var shown = await db.PublicReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw RuleViolation.NotFound();
        return shown.MergedInto is { } survivor ? await db.PublicReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == survivor, ct) ?? shown : shown;
    }
}
