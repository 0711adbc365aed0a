using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>A request for a car of Mobmas that serves a report. Who is driven, and where, is told by the request alone.</summary>
/// <param name="Agency">Who decides.</param>
/// <param name="Car">The car that is or was booked.</param>
/// <param name="Open">The reader may open the request.</param>
public sealed record ReportCar(Guid Id, string TrackingCode, CarRequestStatus Status, DateTimeOffset From, DateTimeOffset Until, Named Agency, string? Car, bool Open);

internal static class ReportCars
{
    public static async Task<IEnumerable<ReportCar>> CarsOf(this AppDb db, Guid? reportId, Actor reader, City city, CancellationToken ct) =>
        reportId is { } id ? (await db.CarsOf([id], reader, city, ct))[id] : [];

    /// <summary>Of each report, by the time for which a car is wanted.</summary>
    public static async Task<ILookup<Guid, ReportCar>> CarsOf(this AppDb db, IReadOnlyCollection<Guid> reportIds, Actor reader, City city, CancellationToken ct)
    {
        // of a screen of calls hardly any has become a report
        var rows = reportIds.Count == 0 ? [] : await db.CarRequests.AsNoTracking().Where(r => r.ReportId != null && reportIds.Contains(r.ReportId.Value)).OrderBy(r => r.From).ThenBy(r => r.Id)
            .Select(r => new { Request = r, Car = db.Cars.Where(c => c.Id == r.CarId).Select(c => c.Name).FirstOrDefault() }).ToListAsync(ct);
        var ids = rows.ConvertAll(row => row.Request.Id);
        var seen = ids.Count > 0 && reader.May(Permission.ReadCars) ? await db.CarRequests.VisibleTo(reader).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct) : [];
        return rows.ToLookup(
            row => row.Request.ReportId!.Value,
            row => new ReportCar(
                row.Request.Id, row.Request.TrackingCode.ToString(), row.Request.Status, row.Request.From, row.Request.Until, city.AgencyNamed(row.Request.AgencyCode)!, row.Car,
                seen.Contains(row.Request.Id)));
    }
}
