using KediriLapor.Accounts;

namespace KediriLapor.Reports.Model;

/// <summary>What the hash of a history row covers: what its reporter may see, and digests in place of the rest.</summary>
/// <param name="PreviousHash">The hash of the row before; for the first row the hash of its report's id and tracking code.</param>
/// <param name="At">To the microsecond.</param>
/// <param name="NoteDigest">Stands for the note to the reporter.</param>
/// <param name="InternalNoteDigest">Stands for the note to colleagues.</param>
/// <param name="StaffDigest">Stands for who acted, the reason chosen, the service corrected and the day planned.</param>
public sealed record CanonicalRow(
    byte[] PreviousHash,
    Guid ReportId,
    int Sequence,
    ReportEventType Type,
    DateTimeOffset At,
    ActorKind Actor,
    ReportStatus Status,
    string? AgencyCode,
    string ServiceCode,
    byte[] NoteDigest,
    byte[] InternalNoteDigest,
    byte[] StaffDigest)
{
    /// <summary>Where the chain of a report begins.</summary>
    public static byte[] Origin(Guid reportId, TrackingCode code) => new CanonicalForm("kedirilapor report 1").Add(reportId).Add(code.Value).Hash();

    public byte[] Hash() => Form().Hash();

    internal CanonicalForm Form() => new CanonicalForm("kedirilapor row 1")
        .Add(PreviousHash).Add(ReportId).Add(Sequence).Add(Type).Add(At).Add(Actor).Add(Status).Add(AgencyCode).Add(ServiceCode)
        .Add(NoteDigest).Add(InternalNoteDigest).Add(StaffDigest);
}
