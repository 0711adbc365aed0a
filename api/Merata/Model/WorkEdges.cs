using static KediriLapor.Merata.Model.WorkStage;

namespace KediriLapor.Merata.Model;

/// <summary>Who may walk an edge.</summary>
[Flags]
public enum WorkWalker
{
    /// <summary>Somebody of the kelurahan, or of the kecamatan above it.</summary>
    Ward = 1,

    /// <summary>Bagian Pemerintahan or an admin.</summary>
    City = 2,
}

/// <summary>What an edge asks for.</summary>
[Flags]
public enum WorkDemand
{
    None = 0,

    /// <summary>Of the paper that the stage stands on.</summary>
    Number = 1,

    /// <summary>That paper as a PDF.</summary>
    Document = 2,

    /// <summary>Of the progress it claims.</summary>
    Photo = 4,

    /// <summary>Money for each line of the plan.</summary>
    Budget = 8,

    /// <summary>The executing group and its chair.</summary>
    Pokmas = 16,

    /// <summary>What was spent on every line, and what was built.</summary>
    Realisation = 32,

    /// <summary>How many it reaches.</summary>
    Beneficiaries = 64,

    /// <summary>What was found.</summary>
    Note = 128,

    /// <summary>Why not forward; everybody reads it.</summary>
    Reason = 256,
}

/// <param name="Why">Why the edge exists.</param>
public sealed record WorkEdge(WorkStage From, WorkStage To, WorkWalker Walkers, WorkDemand Demands, string Why);

/// <summary>The whole life of a work as one table: nothing moves one that is not listed here.</summary>
public static class WorkEdges
{
    private const WorkWalker Both = WorkWalker.Ward | WorkWalker.City;

    public static readonly IReadOnlyList<WorkEdge> All =
    [
        new(Proposed, Planned, Both, WorkDemand.Number | WorkDemand.Budget, "what the musyawarah wants has its money in the DPA"),
        new(Planned, Contracted, Both, WorkDemand.Number | WorkDemand.Pokmas, "a Pokmas signs to build it"),
        new(Contracted, Started, Both, WorkDemand.Photo, "work begins, and the place at 0 per cent is seen"),
        new(Started, Halfway, Both, WorkDemand.Photo, "half of it is seen"),
        new(Halfway, Completed, Both, WorkDemand.Photo, "all of it is seen"),
        new(Completed, HandedOver, Both, WorkDemand.Number | WorkDemand.Document, "handed over by a signed BAST"),
        new(HandedOver, Accounted, Both, WorkDemand.Number | WorkDemand.Document | WorkDemand.Realisation, "every rupiah is accounted for by the SPJ"),
        new(Accounted, Evaluated, WorkWalker.City, WorkDemand.Note | WorkDemand.Beneficiaries, "nobody evaluates the own work: Bagian Pemerintahan does"),

        new(Planned, Proposed, Both, WorkDemand.Reason, "the money was taken out of the budget again"),
        new(Contracted, Planned, Both, WorkDemand.Reason, "the Pokmas withdrew, or the contract was wrong"),
        new(Started, Contracted, Both, WorkDemand.Reason, "told too early: nothing has begun"),
        new(Halfway, Started, Both, WorkDemand.Reason, "told too early: less than half is there"),
        new(Completed, Halfway, Both, WorkDemand.Reason, "told too early: something is missing"),
        new(HandedOver, Completed, WorkWalker.City, WorkDemand.Reason, "a signed paper is taken back by the city only"),
        new(Accounted, HandedOver, WorkWalker.City, WorkDemand.Reason, "the account was wrong; the city opens it again"),
        new(Evaluated, Accounted, WorkWalker.City, WorkDemand.Reason, "the evaluation was wrong"),

        new(Proposed, Cancelled, Both, WorkDemand.Reason, "the ward no longer wants it"),
        new(Planned, Cancelled, Both, WorkDemand.Reason, "it cannot be built this year"),
        new(Contracted, Cancelled, WorkWalker.City, WorkDemand.Reason, "a contract is ended by the city only"),
        new(Started, Cancelled, WorkWalker.City, WorkDemand.Reason, "money has been spent on it: the city decides"),
        new(Halfway, Cancelled, WorkWalker.City, WorkDemand.Reason, "money has been spent on it: the city decides"),
        new(Cancelled, Proposed, WorkWalker.City, WorkDemand.Reason, "cancelled by mistake, or wanted again"),
    ];

    public static IEnumerable<WorkEdge> From(WorkStage stage, WorkWalker roles) => All.Where(edge => edge.From == stage && (edge.Walkers & roles) != 0);
}
