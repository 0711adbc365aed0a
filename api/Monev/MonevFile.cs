using System.Globalization;
using KediriLapor.Exports.Tables;
using KediriLapor.Merata.Model;
using KediriLapor.Monev.Indicators;
using KediriLapor.Monev.Model;
using KediriLapor.Platform;

namespace KediriLapor.Monev;

/// <summary>A report as a file, in Indonesian: what one files and what one reckons on with.</summary>
internal static class MonevFile
{
    private static readonly NumberFormatInfo Indonesian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private static readonly Column<MonevWork>[] Works =
    [
        new("kelurahan", "Kelurahan", work => work.Kelurahan.Name),
        new("title", "Pekerjaan", work => work.Title),
        new("stage", "Tahap", work => work.Stage.Indonesian()),
        new("volume", "Volume rencana", work => work.Volume),
        new("realised_volume", "Volume terbangun", work => work.RealisedVolume),
        new("unit", "Satuan", work => work.Unit),
        new("planned", "Anggaran (Rp)", work => work.Planned),
        new("realised", "Realisasi (Rp)", work => work.Realised),
        new("ends_on", "Rencana selesai", work => work.EndsOn),
        new("completed_on", "Selesai", work => work.CompletedOn),
        new("days_late", "Hari terlambat", work => work.DaysLate),
        new("plan_number", "Versi rencana", work => work.PlanNumber),
        new("beneficiaries", "Sasaran (orang)", work => work.Beneficiaries),
        new("reached", "Terjangkau (orang)", work => work.ReachedBeneficiaries),
        new("reports", "Laporan terkait", work => work.LinkedReports),
        new("reports_resolved", "Laporan selesai", work => work.LinkedReportsResolved),
        new("deviations", "Penyimpangan dari rencana", work => string.Join(", ", work.Deviations.Select(Told))),
    ];

    private static readonly Column<MonevFinding>[] Findings =
    [
        new("kelurahan", "Kelurahan", finding => finding.Kelurahan.Name),
        new("work", "Pekerjaan", finding => finding.WorkTitle),
        new("aspect", "Perihal", finding => Told(finding.Aspect)),
        new("grade", "Tingkat", finding => Told(finding.Grade)),
        new("state", "Keadaan", finding => Told(finding.State)),
        new("description", "Uraian", finding => finding.Description),
        new("found_on", "Ditemukan", finding => finding.FoundOn),
        new("follow_up_by", "Tenggat tindak lanjut", finding => finding.FollowUpBy),
        new("followed_up_on", "Ditindaklanjuti", finding => finding.FollowedUpOn),
        new("closed_on", "Ditutup", finding => finding.ClosedOn),
        new("days_late", "Hari terlambat", finding => finding.DaysLate),
        new("at_inspectorate_since", "Di Inspektorat sejak", finding => Day(finding.AtInspectorateSince)),
    ];

    public static string Title(MonevReport report) => $"Monev Merata {report.Year} – {report.Area?.Name ?? "seluruh wilayah"} – per {IndonesianDate.FormatDate(report.AsOf)}";

    public static async Task WriteXlsx(MonevReport report, Stream body, CancellationToken ct)
    {
        await using var book = await Workbook.StartAsync(body, ct);
        await book.AddSheetAsync("Indikator", Indicators(report), report.Indicators.ToAsyncEnumerable(), ct);
        await book.AddSheetAsync("Wilayah", Areas(report), AllAreas(report).ToAsyncEnumerable(), ct);
        await book.AddSheetAsync("Pekerjaan", Works, report.Works.ToAsyncEnumerable(), ct);
        await book.AddSheetAsync("Temuan", Findings, report.Findings.ToAsyncEnumerable(), ct);
        await book.FinishAsync(ct);
    }

    public static byte[] Pdf(MonevReport report)
    {
        using var pages = new PdfPages(Title(report), $"{Title(report)}  ·  KediriLapor");
        pages.Title($"Monev Merata {report.Year}");
        pages.Paragraph($"{report.Area?.Name ?? "Seluruh wilayah"}, keadaan yang tercatat sampai akhir {IndonesianDate.FormatDate(report.AsOf)}. Laporan untuk tanggal ini selalu berisi angka yang sama.");
        pages.Heading("Indikator");
        pages.Table<IndicatorFigure>(
            [
                new("Indikator", 22, one => one.Name), new("Definisi", 44, one => one.Definition), new("Hitungan", 16, Counted, Right: true), new("Nilai", 9, one => Value(one.Unit, one.Value), Right: true),
                new("Target", 9, one => Value(one.Unit, one.Target), Right: true), new("Capaian", 10, one => Told(one.Verdict)),
            ],
            report.Indicators);
        pages.Heading("Wilayah");
        pages.Table<MonevArea>(
            [
                new("Wilayah", 24, area => NameOf(area, report)), new("Pekerjaan", 9, area => Number(area.Works), Right: true), new("Selesai", 9, area => Number(area.Complete), Right: true),
                new("Terlambat", 9, area => Number(area.Late), Right: true), new("Anggaran", 17, area => Rupiah(area.Planned), Right: true), new("Realisasi", 17, area => Rupiah(area.Realised), Right: true),
                new("Temuan terbuka", 10, area => Number(area.OpenFindings), Right: true), new("Berat", 8, area => Number(area.SeriousFindings), Right: true),
            ],
            AllAreas(report));
        var departing = report.Works.Where(work => work.Deviations.Count > 0).ToArray();
        pages.Heading($"Pekerjaan yang menyimpang dari rencana ({Number(departing.Length)} dari {Number(report.Works.Count)})");
        pages.Table<MonevWork>(
            [
                new("Kelurahan", 13, work => work.Kelurahan.Name), new("Pekerjaan", 28, work => work.Title), new("Tahap", 14, work => work.Stage.Indonesian()), new("Anggaran", 14, work => Rupiah(work.Planned), Right: true),
                new("Realisasi", 14, work => Rupiah(work.Realised), Right: true), new("Rencana selesai", 14, work => IndonesianDate.FormatDate(work.EndsOn)), new("Penyimpangan", 22, work => string.Join(", ", work.Deviations.Select(Told))),
            ],
            departing);
        var open = report.Findings.Where(finding => finding.State != FindingState.Closed).ToArray();
        pages.Heading($"Temuan yang belum ditutup ({Number(open.Length)} dari {Number(report.Findings.Count)})");
        pages.Table<MonevFinding>(
            [
                new("Kelurahan", 13, finding => finding.Kelurahan.Name), new("Pekerjaan", 21, finding => finding.WorkTitle), new("Perihal", 9, finding => Told(finding.Aspect)), new("Tingkat", 7, finding => Told(finding.Grade)),
                new("Uraian", 27, finding => finding.Description), new("Tenggat", 14, finding => Written(finding.FollowUpBy)), new("Keadaan", 14, finding => Told(finding.State)),
                new("Di Inspektorat sejak", 14, finding => Written(Day(finding.AtInspectorateSince))),
            ],
            open);
        return pages.Build();
    }

    /// <summary>A kecamatan says that it is one, for its figures hold those of its kelurahan.</summary>
    private static string NameOf(MonevArea row, MonevReport report) =>
        row.Area is not { } area ? "Jumlah" : report.Kecamatan.Contains(row) ? "Kecamatan " + area.Name : area.Name;

    private static IEnumerable<MonevArea> AllAreas(MonevReport report) => [.. report.Kecamatan, .. report.Kelurahan, report.Total];

    private static Column<IndicatorFigure>[] Indicators(MonevReport report) =>
    [
        new("code", "Kode", one => one.Code),
        new("name", "Indikator", one => one.Name),
        new("definition", "Definisi", one => one.Definition),
        new("counted", "Pembilang", one => one.Counted),
        new("of", "Penyebut", one => one.Of),
        new("value", "Nilai", one => one.Value),
        new("unit", "Satuan", one => one.Unit == IndicatorUnit.Percent ? "%" : "rata-rata"),
        new("target", "Target", one => one.Target),
        new("verdict", "Capaian", one => Told(one.Verdict)),
        new("as_of", "Per tanggal", _ => report.AsOf),
    ];

    private static Column<MonevArea>[] Areas(MonevReport report) =>
    [
        new("area", "Wilayah", area => NameOf(area, report)),
        new("code", "Kode", area => area.Area?.Code),
        new("works", "Pekerjaan", area => area.Works),
        new("complete", "Selesai", area => area.Complete),
        new("late", "Terlambat", area => area.Late),
        new("planned", "Anggaran (Rp)", area => area.Planned),
        new("realised", "Realisasi (Rp)", area => area.Realised),
        new("findings", "Temuan terbuka", area => area.OpenFindings),
        new("serious", "Temuan berat terbuka", area => area.SeriousFindings),
        .. report.Indicators.Select((indicator, i) => new Column<MonevArea>(indicator.Code, indicator.Name, area => area.Values[i].Value)),
    ];

    private static string Counted(IndicatorFigure one) => one.Suppressed ? "kurang dari 5 penilai" : $"{Number(one.Counted ?? 0)} / {Number(one.Of)}";

    private static string Number(decimal number) => number.ToString("#,##0.##", Indonesian);

    private static string Rupiah(long rupiah) => "Rp" + Number(rupiah);

    private static string? Value(IndicatorUnit unit, decimal? value) => value is { } told ? Number(told) + (unit == IndicatorUnit.Percent ? "%" : "") : "–";

    private static string? Written(DateOnly? day) => day is { } known ? IndonesianDate.FormatDate(known) : null;

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } known ? IndonesianDate.InWib(known).Day : null;

    private static string Told(IndicatorVerdict? verdict) => verdict switch
    {
        IndicatorVerdict.Met => "tercapai",
        IndicatorVerdict.Near => "hampir",
        IndicatorVerdict.Missed => "belum tercapai",
        null => "belum ada data",
    };

    private static string Told(Deviation deviation) => deviation switch
    {
        Deviation.Late => "terlambat",
        Deviation.Overspent => "melebihi anggaran",
        Deviation.Volume => "volume tidak sesuai",
        Deviation.Beneficiaries => "penerima kurang dari sasaran",
        Deviation.OpenFinding => "temuan terbuka",
        Deviation.SeriousFinding => "temuan berat",
    };

    private static string Told(FindingAspect aspect) => aspect switch
    {
        FindingAspect.Volume => "volume",
        FindingAspect.Money => "keuangan",
        FindingAspect.Time => "waktu",
        FindingAspect.Quality => "mutu",
        FindingAspect.Papers => "dokumen",
        FindingAspect.Benefit => "manfaat",
    };

    private static string Told(FindingGrade grade) => grade switch
    {
        FindingGrade.None => "sesuai",
        FindingGrade.Minor => "ringan",
        FindingGrade.Serious => "berat",
    };

    private static string Told(FindingState state) => state switch
    {
        FindingState.Open => "menunggu jawaban kelurahan",
        FindingState.FollowedUp => "dijawab, menunggu keputusan",
        FindingState.Closed => "selesai",
    };
}
