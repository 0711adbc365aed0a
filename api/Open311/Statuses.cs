using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Open311;

/// <summary>Where a report stands in the two words of the standard, the finer ones of the updates extension, and a sentence for people.</summary>
internal static class Statuses
{
    public const string Open = "open";
    public const string Closed = "closed";

    public static string Binary(ReportStatus status, bool merged) => status.IsOpen() && !merged ? Open : Closed;

    public static string Detailed(ReportStatus status, Outcome? outcome) => status switch
    {
        ReportStatus.Submitted => Open,
        ReportStatus.NeedsInformation => "investigating",
        ReportStatus.Routed => "internal_referral",
        ReportStatus.InProgress => "in_progress",
        ReportStatus.Planned => "action_scheduled",
        ReportStatus.Resolved => "fixed",
        ReportStatus.Closed => outcome switch
        {
            Outcome.Fixed or null => "fixed",
            Outcome.Rejected or Outcome.NoAnswer => "no_further_action",
            Outcome.NotOurs => "not_councils_responsibility",
            Outcome.Duplicate => "duplicate",
            Outcome.Withdrawn => "cancelled",
        },
    };

    public static string Words(ReportStatus status, Outcome? outcome, string? agency, Taker? takenOverBy) => status switch
    {
        ReportStatus.Submitted => "Menunggu verifikasi.",
        ReportStatus.NeedsInformation => "Menunggu keterangan dari pelapor.",
        ReportStatus.Routed => $"Diteruskan kepada {agency}.",
        ReportStatus.InProgress => $"Sedang ditindaklanjuti oleh {agency}.",
        ReportStatus.Planned => $"Dijadwalkan oleh {agency}.",
        ReportStatus.Resolved => "Selesai, menunggu konfirmasi pelapor.",
        ReportStatus.Closed => outcome switch
        {
            Outcome.Fixed or null => "Ditutup: selesai ditangani.",
            Outcome.Rejected => "Ditutup: tidak ditindaklanjuti.",
            Outcome.NotOurs => takenOverBy is null ? "Ditutup: bukan kewenangan kota." : $"Ditutup: bukan kewenangan kota, {takenOverBy.Words}.",
            Outcome.Duplicate => "Ditutup: sudah dilaporkan lewat laporan lain.",
            Outcome.Withdrawn => "Ditutup: ditarik oleh pelapor.",
            Outcome.NoAnswer => "Ditutup: pelapor tidak memberi keterangan.",
        },
    };
}

/// <summary>Who took over what is not the city's, and what they said to it.</summary>
internal sealed record Taker(string Name, string? Number, DateOnly? Until)
{
    public static Taker? Of(PublicReport report) => report.HandedOverTo is { } name ? new(name, report.HandedOverNumber, report.HandedOverUntil) : null;

    public string Words => (Number, Until) is ({ } number, { } until)
        ? $"diteruskan ke {Name}, yang menerimanya dengan nomor {number} dan menindaklanjutinya paling lambat {IndonesianDate.Format(until)}"
        : $"diteruskan ke {Name}";
}
