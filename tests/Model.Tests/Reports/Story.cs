using System.Text.Json;
using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>A report led through its life by the model's own methods, on a clock of its own.</summary>
public sealed class Story
{
    public const Walker Anybody = Walker.Reporter | Walker.Officer | Walker.Verifier | Walker.Clock | Walker.Neighbour;

    public static readonly ServiceTerms Ordinary = new(Shipped, ResolveDays: 14, ResponseMinutes: null, PhotoAfterRequired: false);

    public static readonly ServiceTerms Physical = Ordinary with { PhotoAfterRequired = true };

    /// <summary>Thursday morning in an ordinary week.</summary>
    public static readonly DateTimeOffset Start = Wib("2025-10-23 10:00");

    private static readonly Actor Officer = new(ActorKind.Staff, new Guid("00000000-0000-0000-0000-000000000001"), "Petugas", "DPUPR", new HashSet<Permission>(), ["DPUPR"]);

    private readonly ServiceTerms terms;

    private Story(string? agencyCode, ServiceTerms terms)
    {
        this.terms = terms;
        var inputs = new RoutingInputs("JLN-RUSAK", "3571010001", "MOJOROTO", new Dictionary<string, string>(), null, true, Day("2025-10-23"));
        Report = Report.Submit(
            new Submission(
                "JLN-RUSAK", "Jalan berlubang, hubungi 0812-3456-7890", new Place(null, null, "3571010001", null, "Depan pasar"), [], false, false, Channel.Web,
                new ReportSecret("00000000000000000000000000").Hash()),
            new RoutingDecision(null, "uji", agencyCode, "Menjadi tugas DPUPR.", inputs, null),
            terms, Actor.Reporter, Start);
    }

    public Report Report { get; }

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>A report that no rule routed.</summary>
    public static Story Submitted(ServiceTerms? terms = null) => new(null, terms ?? Ordinary);

    /// <summary>A report that the rules routed at once.</summary>
    public static Story Routed(ServiceTerms? terms = null) => new("DPUPR", terms ?? Ordinary);

    public static Story InProgress(ServiceTerms? terms = null) => Routed(terms).To(ReportStatus.InProgress);

    public static Story Resolved(ServiceTerms? terms = null) => InProgress(terms).To(ReportStatus.Resolved);

    public Story Later(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>Moves, an hour later, in whichever role is allowed to, saying all that a move could demand.</summary>
    public Story To(ReportStatus status) => To(status, Walkers(status), Generous(status, Walkers(status)));

    public Story To(ReportStatus status, Walker roles, StatusChange change)
    {
        Now += TimeSpan.FromHours(1);
        Report.MoveTo(status, change, roles, Officer, terms, Now);
        return this;
    }

    public Story Disposisi(string agencyCode, Walker roles, string? service = null, string? kelurahan = null, string? note = null)
    {
        Now += TimeSpan.FromHours(1);
        Report.Forward(agencyCode, service, kelurahan, note, roles, Officer, terms, Now);
        return this;
    }

    /// <summary>Follows another report, an hour later.</summary>
    public Story Merged()
    {
        Now += TimeSpan.FromHours(1);
        Report.MergeInto(InProgress().Report, carries: false, Walker.Officer, Officer, terms, terms, Now);
        return this;
    }

    /// <summary>Whatever this move may demand, with a reason only where a rejection needs one.</summary>
    public StatusChange Generous(ReportStatus to, Walker roles) =>
        Empty with
        {
            PublicNote = "Sudah kami tindak lanjuti.",
            InternalNote = "Bukan kewenangan kami.",
            Reason = to == ReportStatus.Closed && (roles & Rejecting) != 0 ? ClosingReason.Unclear : null,
            PlannedFor = IndonesianDate.InWib(Now).Day.AddDays(7),
            PhotosAfter = 1,
        };

    /// <summary>Who closes a report of this status by rejecting it.</summary>
    private Walker Rejecting => Report.Status switch
    {
        _ when Report.MergedInto is not null => 0,
        ReportStatus.Submitted => Walker.Verifier,
        ReportStatus.Routed or ReportStatus.InProgress => Walker.Officer | Walker.Verifier,
        _ => 0,
    };

    public StatusChange Empty => new(null, null, null, null, 0, IndonesianDate.InWib(Now).Day);

    /// <summary>All there is to a report, to compare before and after.</summary>
    public static string Everything(Report report) => JsonSerializer.Serialize(report);

    /// <summary>The one role, of those that may, that is listed first.</summary>
    private Walker Walkers(ReportStatus to) => Enum.GetValues<Walker>()
        .First(role => Report.State.Moves(role, Now).Any(edge => edge.To == to && !edge.Demands.HasFlag(Demand.Agency)));
}
