using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Another report, as much as a list beside this one tells.</summary>
public sealed record ReportReference(Guid Id, string TrackingCode, ReportStatus Status, Named Service, Named? Agency)
{
    internal static ReportReference Of(Guid id, TrackingCode code, ReportStatus status, string service, string? agency, City city) =>
        new(id, code.ToString(), status, city.ServiceNamed(service), city.AgencyNamed(agency));
}

/// <summary>What a report has to do with others; those that the reader may not see are left out.</summary>
/// <param name="MergedInto">The report that is handled in its place.</param>
/// <param name="Merged">The reports that it is handled for.</param>
/// <param name="Parent">The report that it was split from.</param>
/// <param name="Children">The reports that were split from it.</param>
public sealed record Relations(
    ReportReference? MergedInto, IReadOnlyList<ReportReference> Merged, ReportReference? Parent, IReadOnlyList<ReportReference> Children);

internal static class RelatedReports
{
    public static async Task<Relations> RelationsOf(this AppDb db, Report report, Actor reader, City city, CancellationToken ct)
    {
        var (id, mergedInto, parent) = (report.Id, report.MergedInto, report.ParentId);
        var related = await db.Reports.VisibleTo(reader, city).Where(r => r.Id == mergedInto || r.Id == parent || r.MergedInto == id || r.ParentId == id)
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.TrackingCode, r.Status, r.ServiceCode, r.AgencyCode, r.MergedInto, r.ParentId }).ToListAsync(ct);
        var told = related.ToDictionary(r => r.Id, r => ReportReference.Of(r.Id, r.TrackingCode, r.Status, r.ServiceCode, r.AgencyCode, city));
        return new Relations(
            told.GetValueOrDefault(mergedInto ?? Guid.Empty), [.. related.Where(r => r.MergedInto == id).Select(r => told[r.Id])],
            told.GetValueOrDefault(parent ?? Guid.Empty), [.. related.Where(r => r.ParentId == id).Select(r => told[r.Id])]);
    }

    /// <summary>Confidential by its reporter's wish or by its nature.</summary>
    public static bool IsDiscreet(this City city, Report report) => report.Confidential || city.ConfidentialServices.Contains(report.ServiceCode);

    public static ServiceMatch MatchOf(this City city, string one, string other) =>
        one == other ? ServiceMatch.Same : city.Services[one].GroupCode == city.Services[other].GroupCode ? ServiceMatch.Group : ServiceMatch.Different;
}
