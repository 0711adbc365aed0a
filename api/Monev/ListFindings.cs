using KediriLapor.Accounts;
using KediriLapor.Monev.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev;

/// <summary>What was found in the actor's area, newest first.</summary>
/// <param name="Overdue">Only those that nobody answered in time.</param>
/// <param name="AtInspectorate">Only those that are the Inspektorat's.</param>
internal sealed record ListFindings(Guid? WorkId, string? Kelurahan, FindingGrade[] Grades, FindingState[] States, bool Overdue, bool AtInspectorate, int PageSize, string? After) : IQuery<Page<FindingItem>>;

/// <param name="DaysLate">By which the answer is late, or came late.</param>
public sealed record FindingItem(
    Guid Id, Guid WorkId, string WorkTitle, Named Kelurahan, FindingAspect Aspect, FindingGrade Grade, FindingState State, string Description, DateOnly FoundOn, DateOnly? FollowUpBy, DateOnly? FollowedUpOn,
    DateOnly? ClosedOn, int DaysLate, DateTimeOffset? AtInspectorateSince, int Version);

internal sealed class ListFindingsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListFindings, Page<FindingItem>>
{
    public async Task<Page<FindingItem>> Handle(ListFindings request, CancellationToken cancellationToken)
    {
        var (city, today) = (watch.Current, IndonesianDate.InWib(time.Now()).Day);
        var findings = db.Findings.VisibleTo(actor.Value);
        findings = request.WorkId is { } work ? findings.Where(f => f.WorkId == work) : findings;
        findings = request.Kelurahan is { } ward ? findings.Where(f => f.KelurahanCode == ward) : findings;
        findings = request.Grades.Length > 0 ? findings.Where(f => request.Grades.Contains(f.Grade)) : findings;
        findings = request.States.Length > 0 ? findings.Where(f => request.States.Contains(f.State)) : findings;
        findings = request.Overdue ? findings.Where(f => f.State == FindingState.Open && f.FollowUpBy < today) : findings;
        findings = request.AtInspectorate ? findings.Where(f => f.AtInspectorateSince != null) : findings;
        findings = Cursor.Read<FindingKey>(request.After) is { } key ? findings.Where(f => f.Id.CompareTo(key.Id) < 0) : findings;
        var rows = await findings.OrderByDescending(f => f.Id).Take(request.PageSize + 1)
            .Join(db.Works, f => f.WorkId, w => w.Id, (f, w) => new { Finding = f, w.Title })
            .OrderByDescending(row => row.Finding.Id)
            .ToListAsync(cancellationToken);
        return Cursor.Cut(rows, request.PageSize, row => Item(row.Finding, row.Title, city, today), row => new FindingKey(row.Finding.Id));
    }

    internal static FindingItem Item(Finding finding, string workTitle, City city, DateOnly today) => new(
        finding.Id, finding.WorkId, workTitle, city.KelurahanNamed(finding.KelurahanCode)!, finding.Aspect, finding.Grade, finding.State, finding.Description, finding.FoundOn, finding.FollowUpBy, finding.FollowedUpOn,
        finding.ClosedOn, Finding.DaysLate(finding.State, finding.FollowUpBy, finding.FollowedUpOn, today), finding.AtInspectorateSince, finding.Version);
}

internal sealed record FindingKey(Guid Id);
