namespace KediriLapor.Merata.Model;

/// <summary>A report that a work answers. A report follows one work at a time.</summary>
public sealed class WorkLink
{
    private WorkLink()
    {
    }

    internal WorkLink(Work work, Guid reportId, string by, DateTimeOffset now) =>
        (Id, WorkId, ReportId, LinkedBy, LinkedAt) = (Guid.CreateVersion7(now), work.Id, reportId, by, now);

    public Guid Id { get; private init; }

    public Guid WorkId { get; private init; }

    public Guid ReportId { get; private init; }

    public string LinkedBy { get; private init; } = "";

    public DateTimeOffset LinkedAt { get; private init; }

    public DateTimeOffset? UnlinkedAt { get; private set; }

    internal void End(DateTimeOffset now) => UnlinkedAt = now;
}

/// <summary>An event of a work that a linked report has not heard of yet; written with the event, taken away with the row in the report's history.</summary>
public sealed class WorkNews
{
    private WorkNews()
    {
    }

    internal WorkNews(Work work, Guid reportId) => (WorkId, Version, ReportId) = (work.Id, work.Version, reportId);

    public long Id { get; private init; }

    public Guid WorkId { get; private init; }

    /// <summary>Of the event.</summary>
    public int Version { get; private init; }

    public Guid ReportId { get; private init; }
}
