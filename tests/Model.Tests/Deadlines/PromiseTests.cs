using KediriLapor.Deadlines;
using KediriLapor.Reports.Model;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Deadlines;

public class PromiseTests
{
    [TestCase(ReportStatus.Submitted, null, "Verifikator memeriksa dan meneruskan laporan ini paling lambat {0}.")]
    [TestCase(ReportStatus.NeedsInformation, "DPUPR", "Kami menunggu jawaban Anda sampai {0}.")]
    [TestCase(ReportStatus.Routed, "DPUPR", "DPUPR memberi tanggapan pertama paling lambat {0}.")]
    [TestCase(ReportStatus.InProgress, "DPUPR", "DPUPR menyelesaikan laporan ini paling lambat {0}.")]
    [TestCase(ReportStatus.Planned, "DPUPR", "DPUPR menjadwalkan pekerjaan ini sampai {0}.")]
    [TestCase(ReportStatus.Resolved, "DPUPR", "Beri tahu kami sampai {0} bila belum beres; sesudah itu laporan ditutup.")]
    public void A_promise_says_who_acts_by_when(ReportStatus status, string? agency, string promise) =>
        Assert.That(
            Promise.Of(status, Wib("2025-10-30 16:00").ToUniversalTime(), agency),
            Is.EqualTo(string.Format(null, promise, "Kamis, 30 Oktober 2025 pukul 16.00 WIB")));

    [Test]
    public void Where_no_clock_runs_nothing_is_promised([Values] ReportStatus status) => Assert.Multiple(() =>
    {
        Assert.That(Promise.Of(status, null, "DPUPR"), Is.Null);
        Assert.That(Promise.Of(ReportStatus.Closed, Wib("2025-10-30 16:00"), "DPUPR"), Is.Null);
    });
}
