using KediriLapor.Accounts;

namespace KediriLapor.Privacy;

/// <summary>The logs that an auditor reads.</summary>
public enum AuditLog
{
    ContactReadings,
    PrivacyActs,
}

/// <summary>That somebody looked into a log, so that the watchers are watched too. Rows are only ever added.</summary>
public sealed class AuditView
{
    private AuditView()
    {
    }

    internal AuditView(AuditLog log, Guid? reportId, Guid? ofAccountId, Actor viewer, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        At = now;
        Log = log;
        ReportId = reportId;
        OfAccountId = ofAccountId;
        AccountId = viewer.AccountId ?? throw new ArgumentException("only people with an account read logs", nameof(viewer));
        ViewerName = viewer.Name;
    }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public AuditLog Log { get; private init; }

    /// <summary>Whose rows alone were asked for, by a report; it need not exist.</summary>
    public Guid? ReportId { get; private init; }

    /// <summary>And by a reader.</summary>
    public Guid? OfAccountId { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>As the account had it then.</summary>
    public string ViewerName { get; private init; } = "";
}
