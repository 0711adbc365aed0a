using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Merata.Model;

/// <summary>What a work is called and what it is, as its keeper writes it.</summary>
public sealed record WorkFacts(string Title, WorkKind Kind, string? Description);

/// <summary>What comes with a move to another stage; which of it is asked for, the edge says.</summary>
/// <param name="On">The day on which it came about.</param>
/// <param name="Number">Of DPA, contract, BAST or SPJ.</param>
/// <param name="Beneficiaries">People it reached.</param>
public sealed record WorkMove(
    WorkStage To, DateOnly On, string? Number = null, string? PokmasName = null, string? PokmasChair = null, string? Reason = null, string? Note = null, int? Beneficiaries = null);

/// <summary>
/// A work that a ward carries out with Merata's money. Only this class changes its stage, plan and money, along <see cref="WorkEdges"/>; every
/// change goes through <see cref="Record"/>, which bumps <see cref="Version"/> and appends one row to its history (docs/decisions/0035).
/// </summary>
public sealed partial class Work
{
    public const int TitleMin = 5;
    public const int TitleMax = 150;
    public const int DescriptionMax = 2000;
    public const int UnitMax = 20;
    public const int AddressMax = 300;
    public const int NameMax = 100;
    public const int NumberMax = 80;
    public const int ReasonMin = 5;
    public const int ReasonMax = 500;
    public const int NoteMax = 1000;
    public const int PointsMax = 200;
    public const int LinesMax = 50;
    public const int VolumeMax = 1_000_000;
    public const int PeopleMax = 1_000_000;
    public const int YearMin = 2025;
    public const int YearMax = 2045;

    /// <summary>Rupiah; a hundred times what the programme gives one ward in a year.</summary>
    public const long MoneyMax = 100_000_000_000;

    /// <summary>Photos and PDFs together.</summary>
    public const int FilesMax = 200;

    public const int PhotosAtOnce = 12;

    private readonly List<WorkEvent> history = [];
    private readonly List<WorkPlanVersion> plans = [];
    private readonly List<WorkFile> files = [];

    private Work()
    {
    }

    public Guid Id { get; private init; }

    public string KelurahanCode { get; private init; } = "";

    /// <summary>Of the budget.</summary>
    public int Year { get; private init; }

    public string Title { get; private set; } = "";

    public WorkKind Kind { get; private set; }

    public string? Description { get; private set; }

    public WorkStage Stage { get; private set; }

    public decimal Volume { get; private set; }

    public string Unit { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public string Address { get; private set; } = "";

    public List<WorkPoint> Path { get; private set; } = [];

    public int Beneficiaries { get; private set; }

    public List<WorkLine> Budget { get; private set; } = [];

    /// <summary>Rupiah: the sum of the lines.</summary>
    public long PlannedTotal { get; private set; }

    /// <summary>Rupiah: the sum of what is told of the lines.</summary>
    public long RealisedTotal { get; private set; }

    public decimal? RealisedVolume { get; private set; }

    /// <summary>Told when it is evaluated.</summary>
    public int? ReachedBeneficiaries { get; private set; }

    /// <summary>The executing group; null before the contract.</summary>
    public string? PokmasName { get; private set; }

    /// <summary>A person's name: for staff.</summary>
    public string? PokmasChair { get; private set; }

    /// <summary>Of the DPA.</summary>
    public string? BudgetNumber { get; private set; }

    public string? ContractNumber { get; private set; }

    /// <summary>Of the BAST.</summary>
    public string? HandOverNumber { get; private set; }

    /// <summary>Of the SPJ.</summary>
    public string? AccountNumber { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? CompletedOn { get; private set; }

    public DateOnly? HandedOverOn { get; private set; }

    /// <summary>The plan that binds: 0 while nothing does.</summary>
    public int PlanNumber { get; private set; }

    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>Since when everybody may see it: since it first had its money, whatever became of it.</summary>
    public DateTimeOffset? PublicSince { get; private set; }

    /// <summary>When the present stage began to be told.</summary>
    public DateTimeOffset StageSince { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<WorkEvent> History => history;

    public IReadOnlyList<WorkPlanVersion> Plans => plans;

    public IReadOnlyList<WorkFile> Files => files;

    public WorkPlan Plan => new(Volume, Unit, StartsOn, EndsOn, Address, Path, Beneficiaries, [.. Budget.Select(line => new WorkBudgetLine(line.Name, line.Planned))]);

    public static Work Propose(string kelurahanCode, int year, WorkFacts facts, WorkPlan plan, Actor by, DateTimeOffset now)
    {
        var work = new Work { Id = Guid.CreateVersion7(now), KelurahanCode = kelurahanCode, Year = year, ProposedAt = now, StageSince = now };
        (work.Title, work.Kind, work.Description) = (facts.Title, facts.Kind, facts.Description);
        work.Take(plan);
        work.Record(new WorkEvent(work.Next(), WorkEventKind.Proposed, by, now));
        return work;
    }

    /// <summary>The moves open to somebody in these roles.</summary>
    public IEnumerable<WorkEdge> Moves(WorkWalker roles) => WorkEdges.From(Stage, roles);

    public WorkStage[] AllowedNext(WorkWalker roles) => [.. Moves(roles).Select(edge => edge.To)];

    /// <summary>Moves along one edge; the photos and papers that it asks for have been added before.</summary>
    /// <exception cref="RuleViolation"><c>stage_not_allowed</c> (409) with <c>allowedNext</c>; what is missing, by its field.</exception>
    public void MoveTo(WorkMove move, WorkWalker roles, Actor by, DateTimeOffset now)
    {
        var edge = Edge(move.To, roles);
        Satisfy(edge, move, IndonesianDate.InWib(now).Day);
        (Stage, StageSince) = (move.To, now);
        Enter(edge, move);
        if (move.To == WorkStage.Planned && edge.From == WorkStage.Proposed)
        {
            PlanNumber++;
            PublicSince ??= now;
            plans.Add(new WorkPlanVersion(this, Plan, PlanNumber == 1 ? null : move.Note ?? "Direncanakan kembali.", by.Name, now));
        }

        Record(new WorkEvent(Next(), WorkEventKind.Moved, by, now)
        {
            On = move.On,
            Number = edge.Demands.HasFlag(WorkDemand.Number) ? move.Number : null,
            Reason = edge.Demands.HasFlag(WorkDemand.Reason) ? move.Reason : null,
            Note = move.Note,
            PlanNumber = move.To == WorkStage.Planned && edge.From == WorkStage.Proposed ? PlanNumber : null,
        });
    }

    /// <summary>For who must know it before anything is taken for it.</summary>
    /// <exception cref="RuleViolation"><c>stage_not_allowed</c> (409) with <c>allowedNext</c>.</exception>
    public WorkEdge Edge(WorkStage to, WorkWalker roles) => Moves(roles).FirstOrDefault(edge => edge.To == to)
        ?? throw new RuleViolation("stage_not_allowed", StatusCodes.Status409Conflict, "to").With("allowedNext", AllowedNext(roles));

    /// <summary>Days by which it is late: against its planned end, until it is complete. 0 when it is not, and where nothing is promised any more.</summary>
    public static int DaysLate(WorkStage stage, DateOnly endsOn, DateOnly? completedOn, DateOnly today) => stage switch
    {
        WorkStage.Proposed or WorkStage.Cancelled => 0,
        WorkStage.Planned or WorkStage.Contracted or WorkStage.Started or WorkStage.Halfway => Math.Max(0, today.DayNumber - endsOn.DayNumber),
        WorkStage.Completed or WorkStage.HandedOver or WorkStage.Accounted or WorkStage.Evaluated => completedOn is { } day ? Math.Max(0, day.DayNumber - endsOn.DayNumber) : 0,
    };

    private void Satisfy(WorkEdge edge, WorkMove move, DateOnly today)
    {
        if (move.On > today || move.On.Year < Year - 1)
        {
            throw new RuleViolation("out_of_range", field: "on").With("until", today);
        }

        Need(WorkDemand.Reason, move.Reason is { Length: >= ReasonMin }, "work_reason_required", "reason");
        Need(WorkDemand.Number, move.Number is not null, "required", "number");
        Need(WorkDemand.Budget, PlannedTotal > 0, "work_budget_required", "budget");
        Need(WorkDemand.Pokmas, move.PokmasName is not null, "required", "pokmasName");
        Need(WorkDemand.Pokmas, move.PokmasChair is not null, "required", "pokmasChair");
        Need(WorkDemand.Photo, files.Any(file => file.RemovedAt is null && file.Photo == edge.To.Photo()), "work_photo_required", "photoIds");
        Need(WorkDemand.Document, files.Any(file => file.RemovedAt is null && file.Document == edge.To.Paper()), "work_document_required", "documentIds");
        Need(WorkDemand.Realisation, RealisedVolume is not null && Budget.TrueForAll(line => line.Realised is not null), "work_realisation_required", "to");
        Need(WorkDemand.Beneficiaries, move.Beneficiaries is not null, "required", "beneficiaries");
        Need(WorkDemand.Note, move.Note is not null, "required", "note");

        void Need(WorkDemand demand, bool met, string code, string field)
        {
            if (edge.Demands.HasFlag(demand) && !met)
            {
                throw new RuleViolation(code, field: field);
            }
        }
    }

    private void Enter(WorkEdge edge, WorkMove move)
    {
        switch (move.To)
        {
            case WorkStage.Planned when edge.From == WorkStage.Proposed:
                BudgetNumber = move.Number;
                break;
            case WorkStage.Contracted when edge.From == WorkStage.Planned:
                (ContractNumber, PokmasName, PokmasChair) = (move.Number, move.PokmasName, move.PokmasChair);
                break;
            case WorkStage.Started when edge.From == WorkStage.Contracted:
                StartedOn = move.On;
                break;
            case WorkStage.Completed when edge.From == WorkStage.Halfway:
                CompletedOn = move.On;
                break;
            case WorkStage.HandedOver when edge.From == WorkStage.Completed:
                (HandOverNumber, HandedOverOn) = (move.Number, move.On);
                break;
            case WorkStage.Accounted when edge.From == WorkStage.HandedOver:
                AccountNumber = move.Number;
                break;
            case WorkStage.Evaluated:
                ReachedBeneficiaries = move.Beneficiaries;
                break;
        }

        // what a step back takes back is not true any more
        StartedOn = Reached(WorkStage.Started) ? StartedOn : null;
        CompletedOn = Reached(WorkStage.Completed) ? CompletedOn : null;
        (HandOverNumber, HandedOverOn) = Reached(WorkStage.HandedOver) ? (HandOverNumber, HandedOverOn) : (null, null);
        AccountNumber = Reached(WorkStage.Accounted) ? AccountNumber : null;
        ReachedBeneficiaries = Reached(WorkStage.Evaluated) ? ReachedBeneficiaries : null;
    }

    private bool Reached(WorkStage stage) => Stage >= stage;

    /// <summary>The history's next row is numbered by what the work becomes with it.</summary>
    private Work Next()
    {
        Version++;
        return this;
    }

    private void Record(WorkEvent happened) => history.Add(happened);
}
