using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Platform;
using KediriLapor.Routing;

namespace KediriLapor.Reports.Model;

/// <summary>
/// A citizen's report and everything that may happen to it. The only place where status, agency and version change:
/// every change goes through <see cref="Record"/>, which bumps <see cref="Version"/> and appends one history row.
/// </summary>
public sealed partial class Report
{
    public const int DescriptionMin = 5;
    public const int DescriptionMax = 5000;
    public const int AddressMax = 300;
    public const int NoteMax = 4000;
    public const int AttachmentsMax = 6;

    /// <summary>Days: to the end of the budget year that is being planned, from anywhere in this one. Beyond that it is a slip of the pen, and no promise.</summary>
    public const int PlannedAheadMax = 731;

    /// <summary>How long a resolved or closed report can be reopened by its reporter; told as <c>reopenUntil</c>.</summary>
    public static readonly TimeSpan ReopenWindow = TimeSpan.FromDays(30);

    /// <summary>Bagian Pemerintahan: decides what two agencies have refused.</summary>
    public const string Arbiter = "BAGPEM";

    /// <summary>How long after closing a report still knows its person (design, docs/decisions/0013); longer than any window to reopen it.</summary>
    public static readonly TimeSpan PersonalDataKept = TimeSpan.FromDays(365);

    private readonly List<ReportEvent> history = [];
    private readonly List<Escalation> escalations = [];

    private Report()
    {
    }

    public Guid Id { get; private init; }

    public TrackingCode TrackingCode { get; private init; }

    /// <summary>SHA-256 of the secret that, with the code, opens the report. The secret itself is told once and kept nowhere.</summary>
    public byte[] SecretHash { get; private init; } = [];

    public string ServiceCode { get; private set; } = "";

    /// <summary>The reporter's words as written. Never public: <see cref="PublicDescription"/> is.</summary>
    public string Description { get; private set; } = "";

    /// <summary>The same words with phone, e-mail, NIK, plate and the reporter's name masked at intake (UU 27/2022).</summary>
    public string PublicDescription { get; private init; } = "";

    public Place Place { get; private set; } = null!;

    /// <summary>Answers to the service's own questions, by question code.</summary>
    public Dictionary<string, string> Answers { get; private set; } = [];

    /// <summary>Nobody reads the reporter's name.</summary>
    public bool Anonymous { get; private set; }

    /// <summary>The report itself is not public.</summary>
    public bool Confidential { get; private init; }

    public Channel Channel { get; private init; }

    public ReportStatus Status { get; private set; }

    public Outcome? Outcome { get; private set; }

    public string? AgencyCode { get; private set; }

    public DateTimeOffset SubmittedAt { get; private init; }

    /// <summary>When the present status began.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>A projection of the history and the calendar for sorting; <see cref="Never"/> where no clock runs.</summary>
    public DateTimeOffset DueAtOrNever { get; private set; } = Never;

    public DateOnly? PlannedFor { get; private set; }

    public DateTimeOffset? ReopenUntil { get; private set; }

    /// <summary>When somebody last ended it: resolved it, or closed what was still open. Null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether that was before the clock that ran then was due. Null where none ran.</summary>
    public bool? SettledInTime { get; private set; }

    /// <summary>Where a question to the reporter was asked from, and the answer goes back to.</summary>
    public ReportStatus? AskedFrom { get; private set; }

    /// <summary>Times an agency said "bukan kewenangan kami".</summary>
    public int Returns { get; private set; }

    /// <summary>Until when the present agency may say so.</summary>
    public DateTimeOffset? ReturnUntil { get; private set; }

    /// <summary>What the reporter gave the present resolution.</summary>
    public int? Stars { get; private set; }

    public int Version { get; private set; }

    /// <summary>The hash of the last history row, which the next one carries on: no history has to be read to append to it.</summary>
    public byte[] LastHash { get; private set; } = [];

    /// <summary>When the person was taken out for good, long after closing.</summary>
    public DateTimeOffset? AnonymisedAt { get; private set; }

    /// <summary>When that is due; null while the report is open, and afterwards.</summary>
    public DateTimeOffset? PersonalDataUntil => Status == ReportStatus.Closed && AnonymisedAt is null ? StatusSince + PersonalDataKept : null;

    public IReadOnlyList<ReportEvent> History => history;

    /// <summary>For queries: who was told that a deadline ran out. It changes beside the report.</summary>
    public IReadOnlyList<Escalation> Escalations => escalations;

    public static DateTimeOffset Never => DateTimeOffset.MaxValue;

    public DateTimeOffset? DueAt => DueAtOf(DueAtOrNever);

    /// <summary>As it is told: no date where no clock runs.</summary>
    public static DateTimeOffset? DueAtOf(DateTimeOffset dueAtOrNever) => dueAtOrNever == Never ? null : dueAtOrNever;

    /// <summary>A new report. It is routed at once when the rules leave no doubt; otherwise it waits for a verifier.</summary>
    public static Report Submit(Submission submission, RoutingDecision decision, ServiceTerms terms, Actor actor, DateTimeOffset now)
    {
        var (id, code) = (Guid.CreateVersion7(now), TrackingCode.New());
        var report = new Report
        {
            Id = id,
            TrackingCode = code,
            LastHash = CanonicalRow.Origin(id, code),
            SecretHash = submission.SecretHash,
            ParentId = submission.ParentId,
            ServiceCode = submission.ServiceCode,
            Description = submission.Description,
            PublicDescription = PersonalData.Mask(submission.Description, submission.ReporterName),
            Place = submission.Place,
            Answers = submission.Answers,
            Anonymous = submission.Anonymous,
            Confidential = submission.Confidential,
            Channel = submission.Channel,
            Status = ReportStatus.Submitted,
            SubmittedAt = now,
            StatusSince = now,
        };
        report.Record(ReportEventType.Submitted, actor, terms, now, new Words());
        if (decision.AgencyCode is { } agency)
        {
            report.Entrust(agency, terms, now);
            report.Record(ReportEventType.Routed, Actor.System, terms, now, new Words(Public: decision.Reason));
        }

        return report;
    }

    /// <summary>Moves along one edge of <see cref="ReportEdges"/>; what is not listed there, or not for this actor, is refused with the moves that are.</summary>
    public void MoveTo(ReportStatus to, StatusChange change, Walker roles, Actor actor, ServiceTerms terms, DateTimeOffset now)
    {
        var moves = State.Moves(roles, now).Where(move => move.To == to).ToArray();
        var edge = moves.FirstOrDefault(move => !move.Demands.HasFlag(Demand.Agency))
            ?? throw NotAllowed(moves.Length > 0 ? "use_disposisi" : "transition_not_allowed", "to", roles, now);
        change.Satisfy(edge, terms.PhotoAfterRequired);
        var reason = edge.Reasons is [var only] ? only : change.Reason;

        var (from, returned) = (Status, edge.IsReturn);
        var type = returned ? ReportEventType.Returned
            : from is ReportStatus.Resolved or ReportStatus.Closed && to is ReportStatus.InProgress or ReportStatus.Submitted ? ReportEventType.Reopened
            : ReportEventType.StatusChanged;
        Enter(to, now);
        // the reporter who leaves a merged report, or has it reopened, is heard for themselves again
        MergedInto = null;
        AskedFrom = to == ReportStatus.NeedsInformation ? from : null;
        PlannedFor = to == ReportStatus.Planned ? change.PlannedFor : type == ReportEventType.StatusChanged ? PlannedFor : null;
        Stars = type == ReportEventType.Reopened ? null : Stars;
        Outcome = to == ReportStatus.Closed ? reason?.Outcome() ?? Model.Outcome.Fixed : null;
        if (edge.IsDeclined && to == ReportStatus.Submitted)
        {
            AgencyCode = null;
        }

        if (returned)
        {
            Returns++;
            AgencyCode = null;
            if (to == ReportStatus.Routed)
            {
                Entrust(Arbiter, terms, now);
            }
        }

        Record(type, actor, terms, now, new Words(change.PublicNote, change.InternalNote, reason, to == ReportStatus.Planned ? PlannedFor : null));
    }

    /// <summary>Disposisi: makes <paramref name="agencyCode"/> responsible, optionally correcting service and kelurahan.</summary>
    public void Forward(string agencyCode, string? serviceCode, string? kelurahanCode, string? note, Walker roles, Actor actor, ServiceTerms terms, DateTimeOffset now)
    {
        if (!State.Moves(roles, now).Any(move => move.Demands.HasFlag(Demand.Agency)))
        {
            throw NotAllowed("transition_not_allowed", "agencyCode", roles, now);
        }

        var correctedFrom = serviceCode is not null && serviceCode != ServiceCode ? ServiceCode : null;
        ServiceCode = serviceCode ?? ServiceCode;
        Place = kelurahanCode is null ? Place : Place with { KelurahanCode = kelurahanCode };
        Entrust(agencyCode, terms, now);
        Record(ReportEventType.Routed, actor, terms, now, new Words(Internal: note), correctedFrom);
    }

    public static bool IsHandledBy(Walker roles) => (roles & (Walker.Officer | Walker.Verifier)) != 0;

    /// <summary>Those who handle the report say something about it without moving it.</summary>
    /// <exception cref="RuleViolation"><c>permission_required</c> (403) to who only reads it, <c>note_required</c> when nothing is said.</exception>
    public void Note(Words words, Walker roles, Actor actor, ServiceTerms terms, DateTimeOffset now)
    {
        RequireHandler(roles);
        if (words is { Public: null, Internal: null })
        {
            throw new RuleViolation("note_required", field: "publicNote");
        }

        Record(ReportEventType.Noted, actor, terms, now, words);
    }

    /// <summary>The reporter judges what was done, once for each resolution, as long as they could reopen it.</summary>
    /// <exception cref="RuleViolation"><c>rating_not_open</c> or <c>already_rated</c> (409); what <see cref="Rating.Of"/> refuses.</exception>
    public Rating Rate(int stars, RatingReason[] reasons, string? comment, ServiceTerms terms, DateTimeOffset now)
    {
        if (!MayBeRated(Status, Outcome, ReopenUntil, now))
        {
            throw new RuleViolation("rating_not_open", StatusCodes.Status409Conflict);
        }

        if (Stars is not null)
        {
            throw new RuleViolation("already_rated", StatusCodes.Status409Conflict);
        }

        var rating = Rating.Of(this, stars, reasons, comment, now);
        Stars = stars;
        Record(ReportEventType.Rated, Actor.Reporter, terms, now, new Words());
        return rating;
    }

    internal static bool MayBeRated(ReportStatus status, Outcome? outcome, DateTimeOffset? reopenUntil, DateTimeOffset now) =>
        (status == ReportStatus.Resolved || outcome == Model.Outcome.Fixed) && now < reopenUntil;

    /// <summary>What decides which moves are open; a read that did not load the aggregate builds the same.</summary>
    public ReportState State => new(Status, AskedFrom, AgencyCode, Returns, ReturnUntil, ReopenUntil, MergedInto is not null, Outcome == Model.Outcome.NotOurs);

    private RuleViolation NotAllowed(string code, string field, Walker roles, DateTimeOffset now) =>
        new RuleViolation(code, StatusCodes.Status409Conflict, field).With("allowedNext", State.Next(roles, now));

    /// <exception cref="RuleViolation"><c>permission_required</c> (403) to who only reads it.</exception>
    internal static void RequireHandler(Walker roles)
    {
        if (!IsHandledBy(roles))
        {
            throw new RuleViolation("permission_required", StatusCodes.Status403Forbidden);
        }
    }

    private void Entrust(string agencyCode, ServiceTerms terms, DateTimeOffset now)
    {
        AgencyCode = agencyCode;
        PlannedFor = null;
        Enter(ReportStatus.Routed, now);
        ReturnUntil = terms.ReturnUntil(now);
    }

    private void Enter(ReportStatus status, DateTimeOffset now)
    {
        if (status.IsOpen())
        {
            (SettledAt, SettledInTime) = (null, null);
        }
        else if (Status.IsOpen())
        {
            (SettledAt, SettledInTime) = (now, DueAt is { } due ? now <= due : null);
        }

        Status = status;
        StatusSince = now;
        ReturnUntil = null;
        ReopenUntil = status is ReportStatus.Resolved or ReportStatus.Closed ? now + ReopenWindow : null;
    }

    private void Record(ReportEventType type, Actor actor, ServiceTerms terms, DateTimeOffset now, Words words, string? correctedFrom = null)
    {
        RequireHistory();
        Version++;
        var happened = new ReportEvent(this, type, actor, now, words, correctedFrom);
        history.Add(happened);
        LastHash = happened.Hash;
        DueAtOrNever = DueOn(terms);
        CalendarVersion = CountedOn(terms);
    }
}
