using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Exports.OpenData;

/// <summary>The set of today and its rows, oldest first.</summary>
public sealed record ReadOpenData : IQuery<OpenDataFile>;

/// <param name="Rows">Read while it is enumerated, once, and as of one instant.</param>
public sealed record OpenDataFile(OpenDataSet Set, IAsyncEnumerable<OpenDataItem> Rows);

/// <summary>One row with its codes spelt out.</summary>
/// <param name="Address">The kelurahan and kecamatan, as far as they are told, and the city.</param>
public sealed record OpenDataItem(OpenDataRow Row, Named Service, Named Group, Named? Agency, string Address);

internal sealed class ReadOpenDataHandler(AppDb db, CityWatch watch) : IRequestHandler<ReadOpenData, OpenDataFile>
{
    public async Task<OpenDataFile> Handle(ReadOpenData request, CancellationToken cancellationToken)
    {
        // the set and its rows of one snapshot; it ends with the request
        await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return new OpenDataFile(await db.OpenDataSets.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound(), Read(cancellationToken));
    }

    private async IAsyncEnumerable<OpenDataItem> Read([EnumeratorCancellation] CancellationToken ct)
    {
        var city = watch.Current;
        await foreach (var row in db.OpenDataRows.AsNoTracking().OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            var group = city.Groups[city.Services[row.ServiceCode].GroupCode];
            string?[] place = [city.KelurahanNamed(row.KelurahanCode) is { } ward ? "Kelurahan " + ward.Name : null, city.AgencyNamed(row.KecamatanCode)?.Name, "Kota Kediri"];
            yield return new OpenDataItem(row, city.ServiceNamed(row.ServiceCode), new Named(group.Code, group.Name), city.AgencyNamed(row.AgencyCode), string.Join(", ", place.Where(part => part is not null)));
        }
    }
}

/// <summary>The fields of the companion of GeoReport v2 for bulk data sets (open311.org), in its spelling.</summary>
internal static class OpenDataColumns
{
    public static IReadOnlyList<Tables.Column<OpenDataItem>> All { get; } =
    [
        new("service_request_id", "Id", i => i.Row.Id.ToString()),
        new("requested_datetime", "Dikirim", i => i.Row.RequestedAt),
        new("updated_datetime", "Status sejak", i => i.Row.UpdatedAt),
        new("closed_date", "Diselesaikan", i => i.Row.ClosedAt),
        new("status_description", "Status", i => Phase(i.Row.Status)),
        new("status_notes", "Keterangan status", i => i.Row.Outcome is { } outcome ? ReportWords.Of(outcome) : ReportWords.Of(i.Row.Status)),
        new("service_code", "Kode jenis", i => i.Service.Code),
        new("service_name", "Kelompok", i => i.Group.Name),
        new("service_subtype", "Jenis laporan", i => i.Service.Name),
        new("agency_responsible", "Unit penanggung jawab", i => i.Agency?.Name),
        new("address", "Tempat", i => i.Address),
        new("lat", "Lintang", i => i.Row.Lat),
        new("long", "Bujur", i => i.Row.Lng),
    ];

    /// <summary>One word, of the list that the specification gives.</summary>
    private static string Phase(ReportStatus status) => status switch
    {
        ReportStatus.Submitted => "Open",
        ReportStatus.NeedsInformation => "Hold",
        ReportStatus.Routed or ReportStatus.InProgress or ReportStatus.Planned => "Processing",
        ReportStatus.Resolved or ReportStatus.Closed => "Closed",
    };

    /// <summary>The same tag as long as the bytes are the same.</summary>
    public static string Tag(OpenDataSet set, string extension) => string.Create(CultureInfo.InvariantCulture, $"\"{set.Day:yyyyMMdd}-{set.Rows}-{extension}\"");
}
