using KediriLapor.Accounts;

namespace KediriLapor.Privacy;

public enum PrivacyActKind
{
    /// <summary>The reporter put the own contact right.</summary>
    Corrected,

    /// <summary>The reporter had the own data erased.</summary>
    Erased,

    /// <summary>The time to keep them was over.</summary>
    Anonymised,
}

/// <summary>That personal data of a report were corrected, erased or anonymised. It says what was done, never with which data; rows are only ever added.</summary>
public sealed class PrivacyAct
{
    private PrivacyAct()
    {
    }

    internal PrivacyAct(Guid reportId, PrivacyActKind kind, ActorKind by, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        ReportId = reportId;
        Kind = kind;
        By = by;
        At = now;
    }

    public Guid Id { get; private init; }

    public Guid ReportId { get; private init; }

    public PrivacyActKind Kind { get; private init; }

    /// <summary>The reporter, or the program itself.</summary>
    public ActorKind By { get; private init; }

    public DateTimeOffset At { get; private init; }
}
