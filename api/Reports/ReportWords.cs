using KediriLapor.Reports.Model;

namespace KediriLapor.Reports;

/// <summary>Words of the contract as people read them in a spreadsheet; the screens say the same.</summary>
internal static class ReportWords
{
    public static string Of(ReportStatus status) => status switch
    {
        ReportStatus.Submitted => "Menunggu verifikasi",
        ReportStatus.NeedsInformation => "Perlu dilengkapi",
        ReportStatus.Routed => "Didisposisikan",
        ReportStatus.InProgress => "Sedang ditindaklanjuti",
        ReportStatus.Planned => "Dijadwalkan",
        ReportStatus.Resolved => "Selesai, menunggu konfirmasi",
        ReportStatus.Closed => "Ditutup",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Fixed => "Sudah ditangani",
        Outcome.Rejected => "Tidak dapat ditindaklanjuti",
        Outcome.NotOurs => "Bukan kewenangan kota",
        Outcome.Duplicate => "Sama dengan laporan lain",
        Outcome.Withdrawn => "Ditarik oleh pelapor",
        Outcome.NoAnswer => "Keterangan tidak kami terima",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Web => "Situs web",
        Channel.Api => "Aplikasi lain",
        Channel.Phone112 => "Telepon 112",
        Channel.WhatsApp => "WhatsApp",
    };
}
