using KediriLapor.Accounts;

namespace KediriLapor.Reports.Model;

/// <summary>
/// That a report which is not the city's was handed to another government or company: to whom, when, by whom, and under which
/// number of theirs. Beside the history, whose closing row it belongs to; rows are only ever added.
/// </summary>
public sealed class HandOver
{
    public const int NameMax = 200;
    public const int ContactMax = 200;
    public const int ReferenceMax = 100;
    public const int NoteMax = 1000;

    private HandOver()
    {
    }

    internal HandOver(Report report, string? agencyCode, string name, string? contact, string? reference, string? note, Actor actor, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        ReportId = report.Id;
        Sequence = report.Version;
        AgencyCode = agencyCode;
        Name = name;
        Contact = contact;
        Reference = reference;
        Note = note;
        At = now;
        AccountId = actor.AccountId;
        ByName = actor.Name;
    }

    /// <summary>By which its receiver knows it.</summary>
    public Guid Id { get; private set; }

    public Guid ReportId { get; private set; }

    /// <summary>Of its row in the history; of the closing row before there were rows for hand-overs.</summary>
    public int Sequence { get; private set; }

    /// <summary>An outside agency that the city knows; null where only a name was given.</summary>
    public string? AgencyCode { get; private set; }

    /// <summary>Shown to everybody.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whom to reach there; for colleagues.</summary>
    public string? Contact { get; private set; }

    /// <summary>Their number for the matter; shown to the reporter.</summary>
    public string? Reference { get; private set; }

    /// <summary>For colleagues.</summary>
    public string? Note { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? AccountId { get; private set; }

    public string ByName { get; private set; } = "";
}
