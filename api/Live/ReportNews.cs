using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;

namespace KediriLapor.Live;

/// <summary>Tells of reports, to those who see them or saw them until now.</summary>
internal sealed class ReportNews(IServiceScopeFactory scopes, CityWatch watch)
{
    /// <param name="reportId">Null: of everything the actor may see.</param>
    public async Task<IReadOnlyList<News>> Pick(Guid? reportId, Happenings happenings, Actor actor, CancellationToken ct)
    {
        var wanted = happenings.Rows!.Where(row => row.Topic == Topic.Report && (reportId is null || row.Id == reportId)).ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        var (visible, city) = (await happenings.VisibleTo(actor, scopes).WaitAsync(ct), watch.Current);
        return
        [
            .. wanted.Where(row => visible.Contains(row.Id)).Select(row => new News("report", new LiveEvent(row.Id, row.Version))),
            .. wanted.Where(row => !visible.Contains(row.Id) && (reportId is not null || Happenings.WasVisible(row, actor, city)))
                .Select(row => row.Id).Distinct().Select(id => new News("gone", new LiveEvent(id))),
        ];
    }
}
