using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

public sealed record ShowReport(Guid ReportId) : IQuery<ReportDetail>;

/// <summary>
/// A report as staff see it; the reporter's identity is not part of it. To an integration client the words are told masked, and officers are
/// nameless.
/// </summary>
/// <param name="Work">The work of Merata that answers it.</param>
/// <param name="Cars">The rides of Mobmas that serve it.</param>
/// <param name="Documents">PDFs that staff keep with it; the reporter does not see them.</param>
/// <param name="AttachmentsRemoved">Photos and PDFs that are gone, on the reporter's wish or because their time was over.</param>
public sealed record ReportDetail(
    Guid Id,
    string TrackingCode,
    ReportStatus Status,
    Outcome? Outcome,
    Named Service,
    Named? Kelurahan,
    Named? Kecamatan,
    Named? Agency,
    string Description,
    string? Address,
    PointOnMap? Location,
    double? BorderMetres,
    IReadOnlyList<AnswerItem> Answers,
    bool Anonymous,
    bool Confidential,
    Channel Channel,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? DueAt,
    DateOnly? PlannedFor,
    DateTimeOffset? ReopenUntil,
    int Version,
    ReportStatus[] AllowedNext,
    IReadOnlyList<Move> Moves,
    bool MayNote,
    IReadOnlyList<HistoryEntry> History,
    DeadlineDetail? Deadline,
    RoutingDetail Routing,
    IReadOnlyList<AttachmentItem> Attachments,
    IReadOnlyList<DocumentItem> Documents,
    int AttachmentsRemoved,
    RatingItem? Rating,
    IReadOnlyList<EscalationEntry> Escalations,
    HandOverDetail? HandedOverTo,
    int Supports,
    Relations Relations,
    FollowedWork? Work,
    IReadOnlyList<ReportCar> Cars);

/// <param name="TextEn">The question in English; null where it has none.</param>
/// <param name="ValueEn">The chosen answer in English; null where it has none, and for words of the reporter's own.</param>
public sealed record AnswerItem(string Code, string Text, string Value, string? TextEn, string? ValueEn);

/// <summary>A move open to this actor and what it asks for; one that demands an agency is made by disposisi.</summary>
public sealed record Move(ReportStatus To, IReadOnlyList<Demand> Demands, IReadOnlyList<ClosingReason> Reasons);

/// <param name="PublicNoteEn">In English, of a note that the program wrote about who is responsible; else null.</param>
public sealed record HistoryEntry(
    int Sequence, DateTimeOffset At, ReportEventType Type, string Actor, ReportStatus Status, Named? Agency, string? PublicNote, string? InternalNote, ClosingReason? Reason,
    string? PublicNoteEn);

/// <summary>Who was told that a deadline was near (step 1) or past, oldest first.</summary>
/// <param name="Agency">The unit whose people were meant; null for the verifiers of the whole city.</param>
/// <param name="Status">Where the report stood.</param>
public sealed record EscalationEntry(DateTimeOffset At, int Step, Audience Audience, Named? Agency, ReportStatus Status, DateTimeOffset DueAt);

/// <summary>Mengapa ke unit ini?</summary>
/// <param name="ReasonEn">In English; null where something it names has another name since.</param>
/// <param name="Inputs">What the decision looked at, then.</param>
public sealed record RoutingDetail(string Rule, string Reason, string? ReasonEn, DateTimeOffset DecidedAt, Named? Agency, RunnerUpDetail? RunnerUp, RoutingFacts Inputs);

/// <param name="BorderMetres">How far the place lies from the border of its ward; null where no point was given.</param>
public sealed record RoutingFacts(Named Service, Named? Kelurahan, double? BorderMetres, bool PlaceConfirmed, IReadOnlyList<AnswerItem> Answers);

public sealed record RunnerUpDetail(Named Agency, string Reason, string? ReasonEn);

internal sealed class ShowReportHandler(AppDb db, CityWatch watch, CurrentActor actor, HandOverTerms handOvers, TimeProvider time) : IRequestHandler<ShowReport, ReportDetail>
{
    internal const string Colleague = "Petugas";

    public async Task<ReportDetail> Handle(ShowReport request, CancellationToken cancellationToken)
    {
        var (city, now, id) = (watch.Current, time.Now(), request.ReportId);
        var report = await db.Reports.AsNoTracking().VisibleTo(actor.Value, city).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw RuleViolation.NotFound();
        var history = await db.ReportEvents.Where(e => e.ReportId == id).OrderBy(e => e.Sequence)
            .Select(e => new { e.Sequence, e.At, e.Type, e.ActorKind, e.ActorName, e.Status, e.AgencyCode, e.PublicNote, e.InternalNote, e.Reason, e.PlannedFor })
            .ToListAsync(cancellationToken);
        var routing = await db.RoutingRecords.AsNoTracking().Where(r => r.ReportId == id).OrderByDescending(r => r.Sequence).FirstAsync(cancellationToken);
        var attachments = await db.PhotosOf(id).OrderBy(a => a.Id).Select(a => new AttachmentItem(a.Id, a.ContentType, a.Width, a.Height, a.Phase)).ToListAsync(cancellationToken);
        var files = await db.StaffFilesOf(id, cancellationToken);
        var rating = report.Stars is null ? null : await RatingItem.Of(db, id).FirstAsync(cancellationToken);
        var escalations = await db.Escalations.AsNoTracking().Where(e => e.ReportId == id).OrderBy(e => e.At).ThenBy(e => e.Step).ToListAsync(cancellationToken);
        var handOver = await db.HandOverOf(id, report.Outcome, report.Version, cancellationToken);
        var supports = await db.SupportOf(id, cancellationToken);
        var relations = await db.RelationsOf(report, actor.Value, city, cancellationToken);
        var cars = await db.CarsOf(id, actor.Value, city, cancellationToken);

        var isClient = actor.Value.Client is not null;
        var service = city.Services[report.ServiceCode];
        var roles = city.RolesOf(actor.Value, report.AgencyCode);
        var moves = report.State.Moves(roles, now).ToArray();
        var deadline = city.TermsOf(report.ServiceCode).Explain(ReportTimes.Replay(history.Select(e => new ClockEvent(e.At, e.Type, e.Status, e.PlannedFor))));
        return new ReportDetail(
            id, report.TrackingCode.ToString(), report.Status, report.Outcome, city.ServiceNamed(report.ServiceCode), city.KelurahanNamed(report.Place.KelurahanCode),
            city.KecamatanNamed(report.Place.KelurahanCode), city.AgencyNamed(report.AgencyCode), isClient ? report.PublicDescription : report.Description, report.Place.Address,
            PointOnMap.Of(report.Place.Lat, report.Place.Lng), report.Place.BorderMetres,
            AnswersOf(service, report.Answers),
            report.Anonymous, report.Confidential, report.Channel, report.SubmittedAt, report.DueAt, report.PlannedFor, report.ReopenUntil, report.Version,
            report.State.Next(roles, now),
            [.. moves.Select(edge => new Move(edge.To, [.. Demands(edge, service.PhotoAfterRequired)], edge.Reasons))],
            Report.IsHandledBy(roles),
            [.. history.Select(e => new HistoryEntry(e.Sequence, e.At, e.Type, NameOf(e.ActorKind, e.ActorName), e.Status, city.AgencyNamed(e.AgencyCode), e.PublicNote, e.InternalNote, e.Reason,
                e is { Type: ReportEventType.Routed, ActorKind: ActorKind.System } ? city.EnglishReason(e.PublicNote, report.ServiceCode, e.AgencyCode, routing.Inputs.BorderMetres) : null))],
            deadline is null ? null : DeadlineDetail.Of(deadline, now),
            new RoutingDetail(
                routing.Rule, routing.Reason, English(routing.Reason, routing.AgencyCode), routing.DecidedAt, city.AgencyNamed(routing.AgencyCode),
                routing.RunnerUp is { } other ? new RunnerUpDetail(city.AgencyNamed(other.AgencyCode)!, other.Reason, English(other.Reason, other.AgencyCode)) : null,
                new RoutingFacts(
                    city.ServiceNamed(routing.Inputs.ServiceCode), city.KelurahanNamed(routing.Inputs.KelurahanCode), routing.Inputs.BorderMetres, routing.Inputs.PlaceConfirmed,
                    AnswersOf(city.Services[routing.Inputs.ServiceCode], routing.Inputs.Answers))),
            attachments, isClient ? [] : files.Documents, files.Removed, rating,
            [.. escalations.Select(e => new EscalationEntry(e.At, e.Step, e.Audience, city.AgencyNamed(e.AgencyCode), e.Status, e.DueAt))],
            handOver?.ForStaff(handOvers, city, isClient, now),
            supports.Supports, relations, await db.WorkOf(id, cancellationToken), [.. cars]);

        string? English(string reason, string? agencyCode) => city.EnglishReason(reason, routing.Inputs.ServiceCode, agencyCode, routing.Inputs.BorderMetres);

        // a program learns which side moved; people are named to people
        string NameOf(ActorKind kind, string name) => isClient && kind == ActorKind.Staff ? Colleague : name;
    }

    private static AnswerItem[] AnswersOf(ServiceCatalog.Service service, IReadOnlyDictionary<string, string> answers) =>
        [.. service.Questions.Where(q => answers.ContainsKey(q.Code)).Select(q => Answer(q, answers[q.Code]))];

    private static AnswerItem Answer(ServiceCatalog.ServiceQuestion question, string value)
    {
        var chosen = question.Choices.Find(choice => choice.Value == value);
        return new(question.Code, question.Text, chosen?.Text ?? value, City.EnglishOf(question.TextEn), chosen is null ? null : City.EnglishOf(chosen.TextEn));
    }

    private static IEnumerable<Demand> Demands(Edge edge, bool photoAfterRequired) =>
        Enum.GetValues<Demand>().Where(demand => demand != Demand.None && edge.Demands.HasFlag(demand) && (demand != Demand.Photo || photoAfterRequired));
}
