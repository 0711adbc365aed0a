using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Statistics.Alarms;

/// <summary>What is reported more often than chance allows, and was so in the last month.</summary>
public sealed record ListAlarms : IQuery<AlarmList>
{
    public static readonly TimeSpan Shown = TimeSpan.FromDays(30);
}

/// <param name="Definition">When an alarm is raised, in Indonesian.</param>
public sealed record AlarmList(string Definition, string DefinitionEn, IReadOnlyList<AlarmItem> Items);

/// <param name="Count">Reports in the seven days before <paramref name="CountedAt"/>.</param>
/// <param name="Expected">Reports a week, by the 26 weeks before.</param>
/// <param name="Limit">From this count on it is an alarm.</param>
/// <param name="Peak">The highest count while it lasted.</param>
/// <param name="Evidence">Public ids of the newest reports of that service in that ward, at most 10.</param>
public sealed record AlarmItem(
    Guid Id, Named Kelurahan, Named Service, DateTimeOffset RaisedAt, DateTimeOffset? EndedAt, int Count, double Expected, int Limit, int Peak, DateTimeOffset CountedAt,
    IReadOnlyList<Guid> Evidence);

internal sealed class ListAlarmsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ListAlarms, AlarmList>
{
    private const int Most = 200;

    private const string Definition =
        "Satu jenis laporan di satu kelurahan yang dalam tujuh hari terakhir lebih sering dikirim daripada yang mungkin karena kebetulan (sebaran Poisson, peluang kurang dari 1 banding 1.000, "
        + "dibandingkan dengan 26 minggu sebelumnya), dan sedikitnya lima kali. Hanya laporan yang terbuka untuk umum.";

    private const string DefinitionEn =
        "One kind of report in one ward that was sent more often in the last seven days than chance allows (Poisson, less than 1 in 1,000, beside the 26 weeks before), and at least "
        + "five times. Only reports that are open to everybody.";

    public async Task<AlarmList> Handle(ListAlarms request, CancellationToken cancellationToken)
    {
        var (city, since) = (watch.Current, time.Now() - ListAlarms.Shown);
        await using var rows = await db.Read(
            cancellationToken,
            $"""
            SELECT a.id, a.kelurahan_code, a.service_code, a.raised_at, a.ended_at, a.count, a.expected, a."limit", a.peak, a.counted_at,
                ARRAY (SELECT r.id FROM public_reports AS r
                    WHERE r.kelurahan_code = a.kelurahan_code AND r.service_code = a.service_code AND r.merged_into IS NULL
                      AND r.submitted_at >= a.counted_at - interval '7 days' AND r.submitted_at <= a.counted_at
                    ORDER BY r.id DESC LIMIT 10)
            FROM statistics_alarms AS a WHERE a.ended_at IS NULL OR a.ended_at >= {since}
            ORDER BY a.ended_at IS NOT NULL, a.raised_at DESC {Sql.Limit(Most)}
            """);
        var items = await rows.All(
            row => new AlarmItem(
                row.Value<Guid>(), city.KelurahanNamed(row.Text())!, city.ServiceNamed(row.Text()), row.Value<DateTimeOffset>(), row.ValueOrNull<DateTimeOffset>(), row.Value<int>(),
                row.Value<double>(), row.Value<int>(), row.Value<int>(), row.Value<DateTimeOffset>(), row.Value<Guid[]>()),
            cancellationToken);
        return new AlarmList(Definition, DefinitionEn, items);
    }
}
