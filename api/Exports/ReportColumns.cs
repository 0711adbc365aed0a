using KediriLapor.Exports.Tables;
using KediriLapor.Reports;

namespace KediriLapor.Exports;

/// <summary>What a row of exported reports tells: programs know a column by its name, people by its heading.</summary>
internal static class ReportColumns
{
    public static IReadOnlyList<Column<ExportedReport>> All { get; } =
    [
        new("trackingCode", "Nomor laporan", r => r.TrackingCode),
        new("id", "Id", r => r.Id.ToString()),
        new("status", "Status", r => new Word(r.Status, ReportWords.Of(r.Status))),
        new("outcome", "Hasil", r => r.Outcome is { } outcome ? new Word(outcome, ReportWords.Of(outcome)) : null),
        new("serviceCode", "Kode jenis", r => r.Service.Code),
        new("service", "Jenis laporan", r => r.Service.Name),
        new("group", "Kelompok", r => r.Group.Name),
        new("kelurahanCode", "Kode kelurahan", r => r.Kelurahan?.Code),
        new("kelurahan", "Kelurahan", r => r.Kelurahan?.Name),
        new("kecamatan", "Kecamatan", r => r.Kecamatan?.Name),
        new("agencyCode", "Kode unit", r => r.Agency?.Code),
        new("agency", "Unit penanggung jawab", r => r.Agency?.Name),
        new("description", "Uraian", r => r.Description),
        new("address", "Alamat", r => r.Address),
        new("lat", "Lintang", r => r.Lat),
        new("lng", "Bujur", r => r.Lng),
        new("channel", "Saluran", r => new Word(r.Channel, ReportWords.Of(r.Channel))),
        new("anonymous", "Anonim", r => r.Anonymous),
        new("confidential", "Rahasia", r => r.Confidential),
        new("submittedAt", "Dikirim", r => r.SubmittedAt),
        new("statusSince", "Status sejak", r => r.StatusSince),
        new("dueAt", "Tenggat", r => r.DueAt),
        new("plannedFor", "Dijadwalkan", r => r.PlannedFor),
        new("settledAt", "Diselesaikan", r => r.SettledAt),
        new("settledInTime", "Tepat waktu", r => r.SettledInTime),
        new("stars", "Penilaian", r => r.Stars),
        new("mergedInto", "Digabungkan ke", r => r.MergedInto?.ToString()),
    ];
}
