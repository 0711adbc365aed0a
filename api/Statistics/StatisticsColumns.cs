using KediriLapor.Exports.Tables;

namespace KediriLapor.Statistics;

/// <summary>Figures as a table: programs know a column by its name, people by its heading.</summary>
internal static class StatisticsColumns
{
    public static IReadOnlyList<Column<StatisticsRow>> All { get; } =
    [
        new("key", "Kode", r => r.Key),
        new("name", "Nama", r => r.Name),
        new("received", "Diterima", r => r.Measures.Received),
        new("merged", "Digabungkan", r => r.Measures.Merged),
        new("open", "Terbuka", r => r.Measures.Open),
        new("overdueOpen", "Terbuka, lewat tenggat", r => r.Measures.OverdueOpen),
        new("inTime", "Tepat waktu", r => r.Measures.InTime),
        new("late", "Terlambat", r => r.Measures.Late),
        new("onTimeShare", "Bagian tepat waktu", r => r.Measures.OnTimeShare),
        new("firstResponseMedianHours", "Tanggapan pertama, median (jam)", r => r.Measures.FirstResponse?.MedianHours),
        new("firstResponseP90Hours", "Tanggapan pertama, persentil 90 (jam)", r => r.Measures.FirstResponse?.P90Hours),
        new("resolutionMedianHours", "Penyelesaian, median (jam)", r => r.Measures.Resolution?.MedianHours),
        new("resolutionP90Hours", "Penyelesaian, persentil 90 (jam)", r => r.Measures.Resolution?.P90Hours),
        new("reopened", "Dibuka kembali", r => r.Measures.Reopened),
        new("reopenedShare", "Bagian dibuka kembali", r => r.Measures.ReopenedShare),
        new("ratings", "Penilaian", r => r.Measures.Satisfaction?.Count),
        new("averageStars", "Rata-rata bintang", r => r.Measures.Satisfaction?.Average),
    ];
}
