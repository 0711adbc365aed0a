using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Deadlines;

/// <summary>The promise of a running clock in one sentence: who acts by when.</summary>
public static class Promise
{
    /// <param name="agencyName">The responsible agency, or null while a verifier looks.</param>
    public static string? Of(ReportStatus status, DateTimeOffset? dueAt, string? agencyName)
    {
        if (dueAt is not { } due)
        {
            return null;
        }

        var by = IndonesianDate.Format(due);
        var who = agencyName ?? "Verifikator";
        return status switch
        {
            ReportStatus.Submitted => $"Verifikator memeriksa dan meneruskan laporan ini paling lambat {by}.",
            ReportStatus.NeedsInformation => $"Kami menunggu jawaban Anda sampai {by}.",
            ReportStatus.Routed => $"{who} memberi tanggapan pertama paling lambat {by}.",
            ReportStatus.InProgress => $"{who} menyelesaikan laporan ini paling lambat {by}.",
            ReportStatus.Planned => $"{who} menjadwalkan pekerjaan ini sampai {by}.",
            ReportStatus.Resolved => $"Beri tahu kami sampai {by} bila belum beres; sesudah itu laporan ditutup.",
            ReportStatus.Closed => null,
        };
    }
}
