using KediriLapor.Accounts;
using KediriLapor.Monev.Model;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev;

/// <summary>What is told of findings: to the ward that is to answer, and to the Inspektorat of what is its to decide.</summary>
internal sealed class FindingSubject(AppDb db, CityWatch watch) : ISubject
{
    public const string Consumer = "tell-of-findings";

    public IReadOnlyList<Occasion> Occasions => [Occasion.FindingRecorded, Occasion.FindingSerious, Occasion.FindingEscalated];

    /// <returns>Null for what nobody is told of: the team's own steps, the ward's answer, and an examination that found nothing.</returns>
    public static Occasion? OccasionOf(FindingEvent happened) => happened.Step switch
    {
        FindingStep.Record or FindingStep.Regrade when happened.After.Grade == FindingGrade.Serious => Occasion.FindingSerious,
        FindingStep.Record when happened.After.Grade == FindingGrade.Minor => Occasion.FindingRecorded,
        FindingStep.Escalate => Occasion.FindingEscalated,
        FindingStep.Record or FindingStep.FollowUp or FindingStep.Return or FindingStep.Postpone or FindingStep.Regrade or FindingStep.Close => null,
    };

    public async Task<IReadOnlyList<Occurrence>> Occurred(Guid id, int version, CancellationToken ct)
    {
        var finding = await db.Findings.AsNoTracking().Include(f => f.History.Where(happened => happened.Version == version)).SingleAsync(f => f.Id == id, ct);
        var (occasion, cause) = (OccasionOf(finding.History.Single())!.Value, $"event {version}");
        return occasion == Occasion.FindingRecorded
            ? [new Occurrence(occasion, cause, finding.KelurahanCode)]
            : [new Occurrence(occasion, cause, finding.KelurahanCode), new Occurrence(occasion, cause, FindingScope.Inspectorate)];
    }

    public Task<bool> IsVisible(Guid id, Actor to, CancellationToken ct) => db.Findings.VisibleTo(to).AnyAsync(f => f.Id == id, ct);

    public async Task<Dictionary<string, object?>> Facts(Guid id, SpokenLanguage language, CancellationToken ct)
    {
        var finding = await db.Findings.Where(f => f.Id == id)
            .Join(db.Works, f => f.WorkId, w => w.Id, (f, w) => new { f.KelurahanCode, w.Title, f.FollowUpBy }).SingleAsync(ct);
        return new Dictionary<string, object?>
        {
            ["ward"] = watch.Current.KelurahanNamed(finding.KelurahanCode)!.Name,
            ["work"] = finding.Title,
            ["followUpBy"] = language.Day(finding.FollowUpBy!.Value),
        };
    }

    public string Path(Guid id) => $"petugas/monev/temuan/{id}";
}
