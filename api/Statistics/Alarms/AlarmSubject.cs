using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Statistics.Alarms;

/// <summary>What is told of alarms: to the unit that answers most of such reports in that ward. Everybody may read of them.</summary>
internal sealed class AlarmSubject(AppDb db, CityWatch watch) : ISubject
{
    public const string Consumer = "tell-of-alarms";

    public IReadOnlyList<Occasion> Occasions => [Occasion.AlarmRaised];

    public async Task<IReadOnlyList<Occurrence>> Occurred(Guid id, int version, CancellationToken ct)
    {
        var alarm = await Alarm(id, ct);
        var since = alarm.RaisedAt.AddDays(-7 * ControlLimit.Weeks);
        var unit = await db.PublicReports.Where(r => r.KelurahanCode == alarm.KelurahanCode && r.ServiceCode == alarm.ServiceCode && r.AgencyCode != null && r.SubmittedAt >= since)
            .GroupBy(r => r.AgencyCode!).OrderByDescending(reports => reports.Count()).ThenBy(reports => reports.Key).Select(reports => reports.Key).FirstOrDefaultAsync(ct);
        // nobody has any of them yet: whose ward it is
        return [new Occurrence(Occasion.AlarmRaised, "raised", unit ?? alarm.KelurahanCode)];
    }

    public Task<bool> IsVisible(Guid id, Actor to, CancellationToken ct) => Task.FromResult(true);

    public async Task<Dictionary<string, object?>> Facts(Guid id, SpokenLanguage language, CancellationToken ct)
    {
        var (city, alarm) = (watch.Current, await Alarm(id, ct));
        var service = city.Services[alarm.ServiceCode];
        return new Dictionary<string, object?>
        {
            ["service"] = language.Text(service.Name, service.NameEn),
            ["ward"] = city.KelurahanNamed(alarm.KelurahanCode)!.Name,
            ["count"] = alarm.Count,
            ["expected"] = language.Number(alarm.Expected),
        };
    }

    public string Path(Guid id) => "petugas/statistik";

    private Task<LimitAlarm> Alarm(Guid id, CancellationToken ct) => db.Set<LimitAlarm>().AsNoTracking().SingleAsync(a => a.Id == id, ct);
}
