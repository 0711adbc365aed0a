using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>
/// An update from another system: an agency's own, which acts on the report as its officers do, or the one that sent the report, which speaks
/// for its reporter.
/// </summary>
internal sealed record TakeUpdate(Guid RequestId, string UpdateId, WantedStatus Status, string? Description, Guid[] Photos) : ICommand<TakenUpdate>;

/// <param name="Sequence">Of the history row that it became.</param>
internal sealed record TakenUpdate(Guid RequestId, int Sequence)
{
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{RequestId}.{Sequence}");
}

internal sealed class TakeUpdateHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<TakeUpdate, TakenUpdate>
{
    private const string Field = "description";

    public async Task<TakenUpdate> Handle(TakeUpdate request, CancellationToken cancellationToken)
    {
        var (city, who, now, clientId) = (watch.Current, actor.Value, time.Now(), actor.Value.Client!.Id);
        // a try before this one, which somebody else overtook, left its changes here
        db.ChangeTracker.Clear();
        if (await db.ReceivedUpdates.AsNoTracking().SingleOrDefaultAsync(u => u.ClientId == clientId && u.UpdateId == request.UpdateId, cancellationToken) is { } earlier)
        {
            return new TakenUpdate(earlier.ReportId, earlier.Sequence);
        }

        var report = await db.Reports.Include(r => r.History).VisibleTo(who, city).SingleOrDefaultAsync(r => r.Id == request.RequestId, cancellationToken)
            ?? await db.Reports.Include(r => r.History).SingleOrDefaultAsync(r => r.Id == request.RequestId && r.History.Any(e => e.Sequence == 1 && e.ActorId == clientId), cancellationToken)
            ?? throw Refusal.NotFound("service_request_id was not found");
        db.Expect(report, report.Version);

        var (roles, terms, today) = (city.RolesOf(who, report.AgencyCode), city.TermsOf(report.ServiceCode), IndonesianDate.InWib(now).Day);
        if (Report.IsHandledBy(roles))
        {
            var photos = await db.TakePhotos(request.Photos, cancellationToken);
            var moves = request.Status.AsOfficer(report.Status);
            foreach (var move in moves)
            {
                // what is said belongs to where it ends; a return is a matter between colleagues
                var (said, isReturn) = (move == moves[^1] ? request.Description : null, move.To == ReportStatus.Submitted);
                report.MoveTo(move.To, new StatusChange(isReturn ? null : said, isReturn ? said : null, move.Reason, null, photos.Count, today) { PublicNoteField = Field }, roles, who, terms, now);
            }

            if (moves.Count == 0)
            {
                report.Note(new Words(request.Description), roles, who, terms, now);
            }

            photos.ForEach(photo => photo.BelongTo(report, AttachmentPhase.After));
        }
        else
        {
            var reporter = Actor.Reporter with { Name = $"Pelapor lewat {who.Name}", Client = who.Client };
            if (request.Status.AsReporter(report.Status, report.AskedFrom, report.AgencyCode is not null) is { } move)
            {
                report.MoveTo(move.To, new StatusChange(request.Description, null, move.Reason, null, 0, today) { PublicNoteField = Field }, Walker.Reporter, reporter, terms, now);
            }
            else
            {
                report.Remark(request.Description ?? throw new RuleViolation("note_required", field: Field), reporter, terms, now);
            }
        }

        db.ReceivedUpdates.Add(new ReceivedUpdate { ClientId = clientId, UpdateId = request.UpdateId, ReportId = report.Id, Sequence = report.Version });
        return new TakenUpdate(report.Id, report.Version);
    }
}
