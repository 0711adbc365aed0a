using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using KediriLapor.Statistics.Counting;
using MediatR;

namespace KediriLapor.Statistics;

/// <summary>What everybody may know of how reports are handled: those submitted on the last <see cref="Days"/> days, today included.</summary>
public sealed record ShowPublicStatistics(int Days) : IQuery<PublicStatistics>;

/// <param name="CountedAt">The instant that "overdue" refers to.</param>
/// <param name="Since">The first instant of the period; it ends with <paramref name="CountedAt"/>.</param>
/// <param name="Definition">What is counted and what is not, in Indonesian.</param>
public sealed record PublicStatistics(
    DateTimeOffset CountedAt,
    DateTimeOffset Since,
    string Definition,
    Tally All,
    IReadOnlyList<StatusCount> Statuses,
    IReadOnlyList<PlaceTally> Kelurahan,
    IReadOnlyList<GroupTally> Groups);

public sealed record StatusCount(ReportStatus Status, int Count);

public sealed record PlaceTally(Named Kelurahan, Tally Tally);

public sealed record GroupTally(Named Group, Tally Tally);

/// <param name="Open">Not resolved and not closed.</param>
/// <param name="InTime">Ended by the city before its deadline.</param>
/// <param name="Late">Ended by the city after it.</param>
/// <param name="OverdueOpen">Open, and the deadline is past.</param>
/// <param name="OnTimeShare">0 to 1: <c>inTime / (inTime + late + overdueOpen)</c>; null where nothing was due yet.</param>
public sealed record Tally(int Count, int Open, int InTime, int Late, int OverdueOpen, double? OnTimeShare)
{
    internal static Tally Of(Figures figures, int overdueOpen) => new(
        figures.Received, figures.Open, figures.InTime, figures.Late, overdueOpen, Measures.Share(figures.InTime, figures.InTime + figures.Late + overdueOpen));
}

internal sealed class ShowPublicStatisticsHandler(CountReader counts, CityWatch watch, TimeProvider time) : IRequestHandler<ShowPublicStatistics, PublicStatistics>
{
    private const string Definition =
        "Laporan yang terbuka untuk umum dan dikirim dalam kurun ini; laporan rahasia dan yang digabungkan ke laporan lain tidak dihitung. "
        + "Tepat waktu: bagian yang diselesaikan atau dijawab kota sebelum tenggatnya, dari semua yang diselesaikan atau sudah lewat tenggat. "
        + "Laporan yang masih terbuka dan lewat tenggat dihitung terlambat; yang ditarik pelapor dan yang tenggatnya belum tiba tidak dihitung.";

    public async Task<PublicStatistics> Handle(ShowPublicStatistics request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var today = IndonesianDate.InWib(now).Day;
        var selection = new Selection(new Period(today.AddDays(1 - request.Days), today), Selection.Everybody);
        var overdue = await counts.Overdue(selection, now, cancellationToken);
        var wards = await counts.Read(selection, Part.Kelurahan, Grain.Year, cancellationToken);
        var services = await counts.Read(selection, Part.Service, Grain.Year, cancellationToken);
        var (inWard, inGroup) = (overdue.ToLookup(one => one.Kelurahan), overdue.ToLookup(one => city.Services[one.Service].GroupCode));
        var all = Figures.Of(services);
        return new PublicStatistics(
            now,
            selection.Period.Start,
            Definition,
            Tally.Of(all, overdue.Count),
            [.. Enum.GetValues<ReportStatus>().Select(status => new StatusCount(status, all.Of(status)))],
            [.. wards.Where(row => row.First.Length > 0).GroupBy(row => row.First)
                .Select(ward => new PlaceTally(city.KelurahanNamed(ward.Key)!, Tally.Of(Figures.Of(ward), inWard[ward.Key].Count())))
                .OrderBy(ward => ward.Kelurahan.Name, StringComparer.Ordinal)],
            [.. services.GroupBy(row => city.Services[row.First].GroupCode)
                .Select(group => new GroupTally(city.GroupNamed(group.Key), Tally.Of(Figures.Of(group), inGroup[group.Key].Count())))
                .OrderByDescending(group => group.Tally.Count).ThenBy(group => group.Group.Name, StringComparer.Ordinal)]);
    }
}
