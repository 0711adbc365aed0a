using KediriLapor.Statistics.Counting;

namespace KediriLapor.Statistics;

/// <summary>How some reports were handled. What each figure means is told beside it (<see cref="Definition"/>).</summary>
/// <param name="Received">Sent in the period; merged ones are not among them.</param>
/// <param name="Merged">Sent in the period and merged into another report.</param>
/// <param name="Open">Not resolved and not closed.</param>
/// <param name="OverdueOpen">Open, and the deadline is past.</param>
/// <param name="InTime">Ended by the city before its deadline.</param>
/// <param name="Late">Ended by the city after it.</param>
/// <param name="OnTimeShare">0 to 1: <c>inTime / (inTime + late + overdueOpen)</c>; null where nothing was due yet.</param>
/// <param name="FirstResponse">From sending to the first answer of the responsible agency.</param>
/// <param name="Resolution">From sending to the resolution that holds.</param>
/// <param name="ReopenedShare">0 to 1: of those that were ended at least once; null where none was.</param>
/// <param name="Satisfaction">What reporters gave; null where none did.</param>
public sealed record Measures(
    int Received, int Merged, int Open, int OverdueOpen, int InTime, int Late, double? OnTimeShare, Spread? FirstResponse, Spread? Resolution, int Reopened, double? ReopenedShare,
    Satisfaction? Satisfaction)
{
    public static Measures Of(Figures figures, int overdueOpen) => new(
        figures.Received, figures.Merged, figures.Open, overdueOpen, figures.InTime, figures.Late, Share(figures.InTime, figures.InTime + figures.Late + overdueOpen),
        Spread.Of(figures.Responses), Spread.Of(figures.Resolutions), figures.Reopened, Share(figures.Reopened, figures.Ended), Satisfaction.Of(figures.Stars));

    internal static double? Share(int part, int whole) => whole > 0 ? Math.Round((double)part / whole, 4) : null;
}

/// <param name="Count">How many were measured.</param>
/// <param name="MedianHours">Half of them took no longer.</param>
/// <param name="P90Hours">Nine in ten took no longer.</param>
public sealed record Spread(int Count, double MedianHours, double P90Hours)
{
    internal static Spread? Of(Durations durations) => durations.Count is 0 ? null : new(durations.Count, Hours(durations, 0.5), Hours(durations, 0.9));

    private static double Hours(Durations durations, double share) => Math.Round(durations.Within(share)!.Value.TotalHours, 2);
}

/// <param name="Count">Ratings that hold.</param>
/// <param name="Average">1 to 5.</param>
/// <param name="Stars">How many gave one, two, … five.</param>
public sealed record Satisfaction(int Count, double Average, IReadOnlyList<int> Stars)
{
    internal static Satisfaction? Of(IReadOnlyList<int> stars) => stars.Sum() is > 0 and var count
        ? new(count, Math.Round((double)stars.Select((number, i) => number * (i + 1)).Sum() / count, 2), stars)
        : null;
}

/// <summary>What a figure counts and what it leaves out.</summary>
/// <param name="Name">Of the figure, as in the answer.</param>
/// <param name="Text">In Indonesian.</param>
public sealed record Definition(string Name, string Text, string TextEn)
{
    public static IReadOnlyList<Definition> All { get; } =
    [
        new("received",
            "Laporan yang dikirim dalam kurun ini menurut hari di Kediri (WIB). Yang digabungkan ke laporan lain dihitung sekali, pada laporan induknya.",
            "Reports sent in the period, by days in Kediri (UTC+7). Those merged into another are counted once, with that one."),
        new("overdueOpen", "Masih terbuka dan tenggatnya sudah lewat pada saat dihitung.", "Still open, and past the deadline when counted."),
        new("onTimeShare",
            "Bagian yang diselesaikan atau dijawab kota sebelum tenggatnya, dari semua yang diselesaikan atau sudah lewat tenggat. Yang masih terbuka dan lewat tenggat dihitung terlambat; yang ditarik pelapor dan yang tenggatnya belum tiba tidak dihitung.",
            "The share that the city resolved or answered before its deadline, of all that were resolved or are past it. Open reports past their deadline count as late; those withdrawn and those not yet due do not count."),
        new("firstResponse",
            "Jam dari laporan dikirim sampai unit penanggung jawab pertama kali bertindak atau menanggapi. Median dan persentil ke-90; galat paling besar 19 %.",
            "Hours from sending to the first step or answer of the responsible unit. Median and 90th percentile, within 19 %."),
        new("resolution",
            "Jam dari laporan dikirim sampai penyelesaian yang berlaku, hari libur ikut dihitung. Median dan persentil ke-90; galat paling besar 19 %.",
            "Hours from sending to the resolution that holds, days off included. Median and 90th percentile, within 19 %."),
        new("reopenedShare", "Bagian yang dibuka kembali, dari laporan yang pernah diselesaikan atau ditutup.", "The share reopened, of reports that were ever resolved or closed."),
        new("satisfaction", "Rata-rata bintang 1 sampai 5 yang diberikan pelapor atas penyelesaian yang berlaku.", "The average of the 1 to 5 stars that reporters gave the resolution that holds."),
    ];
}
