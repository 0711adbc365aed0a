using KediriLapor.Deadlines;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports;

namespace KediriLapor.Open311;

/// <summary>What only a client that may read the report learns of it.</summary>
/// <param name="Description">Masked.</param>
internal sealed record OwnWords(string Description, string? Address);

/// <summary>A report as this standard shows it: what everybody may see, and to a client whose report it is the words.</summary>
internal static class ServiceRequest
{
    public const string Root = "service_requests";
    public const string Item = "request";

    public static Tree Of(PublicReport report, OwnWords? own, City city, bool extensions)
    {
        var (merged, agency) = (report.MergedInto is not null, city.AgencyNamed(report.AgencyCode)?.Name);
        return Tree.Record(
            ("service_request_id", Tree.Of(report.Id.ToString())),
            ("status", Tree.Of(Statuses.Binary(report.Status, merged))),
            ("status_notes", Tree.Of(merged ? $"Digabungkan dengan laporan {report.MergedInto}; perkembangannya di sana." : Statuses.Words(report.Status, report.Outcome, agency, Taker.Of(report)))),
            ("service_name", Tree.Of(city.Services[report.ServiceCode].Name)),
            ("service_code", Tree.Of(report.ServiceCode)),
            ("description", Tree.Of(own?.Description)),
            ("agency_responsible", Tree.Of(agency)),
            ("service_notice", Tree.Of(merged ? null : Promise.Of(report.Status, report.DueAt, agency))),
            ("requested_datetime", Tree.Of(report.SubmittedAt)),
            ("updated_datetime", Tree.Of(report.UpdatedAt)),
            ("expected_datetime", Tree.Of(merged ? null : report.DueAt)),
            ("address", Tree.Of(Address(report.KelurahanCode, own?.Address, city))),
            ("address_id", Tree.Of(report.KelurahanCode)),
            ("zipcode", Tree.Of((string?)null)),
            ("lat", Tree.Of(report.Lat)),
            ("long", Tree.Of(report.Lng)),
            // faces and plates: photos of reports are not public
            ("media_url", Tree.Of((string?)null)),
            ("detailed_status", extensions ? Tree.Of(merged ? "duplicate" : Statuses.Detailed(report.Status, report.Outcome)) : null),
            ("agency_code", extensions ? Tree.Of(report.AgencyCode) : null),
            ("group", extensions ? Tree.Of(city.Groups[city.Services[report.ServiceCode].GroupCode].Name) : null),
            ("duplicate_parent_service_request_id", extensions && merged ? Tree.Of(report.MergedInto.ToString()) : null));
    }

    /// <summary>From the most specific to the most general.</summary>
    private static string? Address(string? kelurahan, string? own, City city)
    {
        string?[] parts =
        [
            own, kelurahan is null ? null : "Kelurahan " + city.Kelurahan[kelurahan].Name,
            kelurahan is null ? null : "Kecamatan " + city.Kelurahan[kelurahan].KecamatanName, "Kota Kediri",
        ];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
