using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Replies;

/// <summary>The replies that suit a move of this report, in their final words; those for its own service first.</summary>
/// <param name="To">The status to come.</param>
public sealed record ListReplies(Guid ReportId, ReportStatus To) : IQuery<ReplyList>;

public sealed record ReplyList(IReadOnlyList<Reply> Items);

public sealed record Reply(Guid Id, string Title, string Text);

internal sealed class ListRepliesHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListReplies, ReplyList>
{
    public async Task<ReplyList> Handle(ListReplies request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var report = await db.Reports.VisibleTo(actor.Value, city).Where(r => r.Id == request.ReportId)
            .Select(r => new { r.TrackingCode, r.ServiceCode, r.Place.KelurahanCode, r.AgencyCode }).SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound();
        var templates = await db.ReplyTemplates.AsNoTracking()
            .Where(t => t.Status == request.To && (t.ServiceCode == null || t.ServiceCode == report.ServiceCode))
            .OrderBy(t => t.ServiceCode == null).ThenBy(t => t.Title)
            .ToListAsync(cancellationToken);

        var facts = ReplyWords.Of(city, report.TrackingCode.ToString(), report.ServiceCode, report.KelurahanCode, report.AgencyCode, time.Now());
        var replies = new List<Reply>(templates.Count);
        foreach (var template in templates)
        {
            replies.Add(new Reply(template.Id, template.Title, await Liquid.Say(template.Body, facts)));
        }

        return new ReplyList(replies);
    }
}
