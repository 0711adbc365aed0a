using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Statistics;

/// <summary>What everybody may know of how reports are handled: those submitted in the last <see cref="Days"/> days.</summary>
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
    internal static Tally Of(int count, int open, int inTime, int late, int overdueOpen) =>
        new(count, open, inTime, late, overdueOpen, inTime + late + overdueOpen is > 0 and var due ? Math.Round((double)inTime / due, 4) : null);
}

internal sealed class ShowPublicStatisticsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ShowPublicStatistics, PublicStatistics>
{
    private const string Definition =
        "Laporan yang terbuka untuk umum dan dikirim dalam kurun ini; laporan rahasia dan yang digabungkan ke laporan lain tidak dihitung. "
        + "Tepat waktu: bagian yang diselesaikan atau dijawab kota sebelum tenggatnya, dari semua yang diselesaikan atau sudah lewat tenggat. "
        + "Laporan yang masih terbuka dan lewat tenggat dihitung terlambat; yang ditarik pelapor dan yang tenggatnya belum tiba tidak dihitung.";

    public async Task<PublicStatistics> Handle(ShowPublicStatistics request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var since = now - TimeSpan.FromDays(request.Days);
        // version 7 ids sort by time: the period is a range of the key
        var first = FirstIdOf(since);
        var reports = db.PublicReports.AsNoTracking().Where(r => r.Id >= first && r.SubmittedAt >= since && r.MergedInto == null);
        // three short answers rather than one over all combinations, which are nearly as many as the reports
        var statuses = await Count(reports.GroupBy(r => (string?)r.Status.ToString()), now).ToListAsync(cancellationToken);
        var wards = await Count(reports.Where(r => r.KelurahanCode != null).GroupBy(r => r.KelurahanCode), now).ToListAsync(cancellationToken);
        var services = await Count(reports.GroupBy(r => (string?)r.ServiceCode), now).ToListAsync(cancellationToken);
        return new PublicStatistics(
            now,
            since,
            Definition,
            Sum(services),
            [.. Enum.GetValues<ReportStatus>().Select(status => new StatusCount(status, statuses.Where(c => c.Key == status.ToString()).Sum(c => c.Count)))],
            [.. wards.Select(ward => new PlaceTally(city.KelurahanNamed(ward.Key)!, Sum([ward]))).OrderBy(ward => ward.Kelurahan.Name, StringComparer.Ordinal)],
            [.. services.GroupBy(c => city.Services[c.Key!].GroupCode)
                .Select(group => new GroupTally(city.GroupNamed(group.Key), Sum(group))).OrderByDescending(group => group.Tally.Count)
                .ThenBy(group => group.Group.Name, StringComparer.Ordinal)]);
    }

    private static IQueryable<Counted> Count(IQueryable<IGrouping<string?, PublicReport>> parts, DateTimeOffset now) => parts.Select(part => new Counted(
        part.Key,
        part.Count(),
        part.Count(r => r.Status != ReportStatus.Resolved && r.Status != ReportStatus.Closed),
        part.Count(r => r.SettledInTime == true && r.Outcome != Outcome.Withdrawn && r.Outcome != Outcome.NoAnswer && r.Outcome != Outcome.Duplicate),
        part.Count(r => r.SettledInTime == false && r.Outcome != Outcome.Withdrawn && r.Outcome != Outcome.NoAnswer && r.Outcome != Outcome.Duplicate),
        part.Count(r => r.Status != ReportStatus.Resolved && r.Status != ReportStatus.Closed && r.DueAt < now)));

    private static Tally Sum(IEnumerable<Counted> counts)
    {
        var all = counts.ToArray();
        return Tally.Of(all.Sum(c => c.Count), all.Sum(c => c.Open), all.Sum(c => c.InTime), all.Sum(c => c.Late), all.Sum(c => c.OverdueOpen));
    }

    /// <summary>The smallest version 7 id of the instant: its milliseconds, and nothing after them (RFC 9562, 5.7).</summary>
    private static Guid FirstIdOf(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }

    private sealed record Counted(string? Key, int Count, int Open, int InTime, int Late, int OverdueOpen);
}
