namespace KediriLapor.Reports.Model;

/// <summary>Where a report stands; the screen words and the edges between them are in <see cref="ReportEdges"/>.</summary>
public enum ReportStatus
{
    /// <summary>Menunggu verifikasi.</summary>
    Submitted,

    /// <summary>Perlu dilengkapi: the clock rests while the reporter answers.</summary>
    NeedsInformation,

    /// <summary>Didisposisikan.</summary>
    Routed,

    /// <summary>Sedang ditindaklanjuti.</summary>
    InProgress,

    /// <summary>Dijadwalkan.</summary>
    Planned,

    /// <summary>Selesai, menunggu konfirmasi.</summary>
    Resolved,

    /// <summary>Ditutup, with a <see cref="Outcome"/>.</summary>
    Closed,
}

/// <summary>How a closed report ended.</summary>
public enum Outcome
{
    Fixed,
    Rejected,
    NotOurs,
    Duplicate,
    Withdrawn,

    /// <summary>A word of the contract that the clocks do not use: a reporter's silence is <see cref="Withdrawn"/>.</summary>
    NoAnswer,
}

/// <summary>Why a report is closed without having been resolved; the list that a rejecting officer chooses from.</summary>
public enum ClosingReason
{
    /// <summary>Not a complaint, request or aspiration.</summary>
    NotAComplaint,

    /// <summary>Cannot be acted on: no place, no matter, contradicting itself.</summary>
    Unclear,

    /// <summary>Insult, spam, prank.</summary>
    Abusive,

    /// <summary>Already done or already planned under another report or work.</summary>
    AlreadyHandled,

    /// <summary>Another government or company is responsible.</summary>
    NotOurs,

    /// <summary>The same matter is followed under another report.</summary>
    Duplicate,

    /// <summary>The reporter took it back.</summary>
    Withdrawn,

    /// <summary>The reporter did not answer in time.</summary>
    NoAnswer,
}

/// <summary>The five steps a citizen sees: Diterima, Diverifikasi, Ditangani, Selesai, Dinilai.</summary>
public enum ReportStep
{
    Received,
    Verified,
    InProgress,
    Resolved,
    Rated,
}

/// <summary>Where a report came from.</summary>
public enum Channel
{
    Web,
    Phone112,
    Api,
    WhatsApp,
}

public static class StatusWords
{
    /// <summary>Somebody of the city still has to act.</summary>
    public static bool IsOpen(this ReportStatus status) => status is not (ReportStatus.Resolved or ReportStatus.Closed);

    public static ReportStep Step(this ReportStatus status, bool rated = false) => status switch
    {
        ReportStatus.Submitted or ReportStatus.NeedsInformation => ReportStep.Received,
        ReportStatus.Routed => ReportStep.Verified,
        ReportStatus.InProgress or ReportStatus.Planned => ReportStep.InProgress,
        ReportStatus.Resolved => ReportStep.Resolved,
        ReportStatus.Closed => rated ? ReportStep.Rated : ReportStep.Resolved,
    };

    /// <summary>Of a row of the history that leaves the report closed; what follows a hand-over names no reason of its own.</summary>
    public static Outcome Outcome(this ReportEventType type, ClosingReason? reason) => reason?.Outcome()
        ?? (type is ReportEventType.HandedOver or ReportEventType.HandOverAcknowledged or ReportEventType.HandOverUnanswered ? Model.Outcome.NotOurs : Model.Outcome.Fixed);

    public static Outcome Outcome(this ClosingReason reason) => reason switch
    {
        ClosingReason.NotAComplaint or ClosingReason.Unclear or ClosingReason.Abusive or ClosingReason.AlreadyHandled => Model.Outcome.Rejected,
        ClosingReason.NotOurs => Model.Outcome.NotOurs,
        ClosingReason.Duplicate => Model.Outcome.Duplicate,
        ClosingReason.Withdrawn or ClosingReason.NoAnswer => Model.Outcome.Withdrawn,
    };
}
