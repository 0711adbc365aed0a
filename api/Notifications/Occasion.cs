using KediriLapor.Reports.Model;

namespace KediriLapor.Notifications;

/// <summary>What somebody may want to hear of. Stored by number in the matrix: what is new comes last.</summary>
public enum Occasion
{
    Received,
    Routed,

    /// <summary>The reporter is asked something.</summary>
    Asked,

    /// <summary>The reporter has answered.</summary>
    Answered,
    Returned,
    Started,
    Planned,
    Resolved,

    /// <summary>Closed as fixed, by the reporter's word or silence.</summary>
    Closed,
    Rejected,
    NotOurs,

    /// <summary>Taken back, or left unanswered.</summary>
    Withdrawn,
    Reopened,

    /// <summary>Words to the reporter without a move.</summary>
    Noted,

    /// <summary>A deadline climbed (docs/decisions/0014).</summary>
    Escalated,

    /// <summary>The morning's counts of a unit.</summary>
    Digest,

    /// <summary>Somebody asked for a link to the own reports; told to who asked, whatever the matrix says.</summary>
    OwnReports,

    /// <summary>The agency outside that was asked has taken it over.</summary>
    HandOverAcknowledged,

    /// <summary>It has not answered in its days.</summary>
    HandOverUnanswered,

    /// <summary>A work of Merata answers the report from here on.</summary>
    WorkLinked,

    /// <summary>That work has come to another stage.</summary>
    WorkMoved,

    /// <summary>Monev found something at a work that its ward is to answer.</summary>
    FindingRecorded,

    /// <summary>What was found is serious, from the beginning or as it proved: it is the Inspektorat's.</summary>
    FindingSerious,

    /// <summary>The ward did not answer a finding in time: it is the Inspektorat's.</summary>
    FindingEscalated,

    /// <summary>A unit is asked to come to an emergency of 112.</summary>
    UnitAsked,

    /// <summary>More reports of one kind come from one ward than chance allows.</summary>
    AlarmRaised,

    /// <summary>A request for a car of Mobmas waits for who decides on it.</summary>
    CarRequested,
}

/// <summary>Who hears it.</summary>
public enum Recipient
{
    Reporter,
    Officers,
    Head,
    Verifiers,

    /// <summary>Whoever stands above the unit; hears escalations only.</summary>
    Overseer,

    /// <summary>Inspektorat; hears escalations only.</summary>
    Inspectorate,

    /// <summary>Anybody whose browser follows a report that everybody may see.</summary>
    Followers,
}

/// <summary>How it travels.</summary>
public enum Medium
{
    Email,

    /// <summary>Web Push, to browsers that asked for it.</summary>
    Push,

    /// <summary>WhatsApp, to phones that were left for the report. Stored by number: what is new comes last.</summary>
    WhatsApp,
}

/// <summary>To whom and where the words are spoken: the public's words, or an office's.</summary>
public enum Voice
{
    Reporter,
    Staff,

    /// <summary>To the reporter, on a screen that lights up in front of others: a line.</summary>
    Screen,

    /// <summary>On the screen of somebody who follows: the report is not theirs, and its code neither.</summary>
    Follower,

    /// <summary>To the reporter in a chat. The subject is the name under which Meta approved the body.</summary>
    Chat,
}

/// <summary>ISO 639-1.</summary>
public enum SpokenLanguage
{
    Id,
    En,
}

internal static class Occasions
{
    /// <summary>What an event of the history is to those who hear of it; null where nobody does.</summary>
    public static Occasion? Of(ReportEvent happened) => happened.Type switch
    {
        ReportEventType.Submitted => Occasion.Received,
        ReportEventType.Routed => Occasion.Routed,
        ReportEventType.Returned => Occasion.Returned,
        ReportEventType.Reopened => Occasion.Reopened,
        ReportEventType.Noted or ReportEventType.Recalculated => happened.PublicNote is null ? null : Occasion.Noted,
        // who follows another report hears of it by tracking, and by that one's answers
        ReportEventType.Merged or ReportEventType.Absorbed or ReportEventType.Separated or ReportEventType.Released or ReportEventType.Split => null,
        ReportEventType.Rated => null,
        // the closing before it is what they hear
        ReportEventType.HandedOver => null,
        ReportEventType.HandOverAcknowledged => Occasion.HandOverAcknowledged,
        ReportEventType.HandOverUnanswered => Occasion.HandOverUnanswered,
        ReportEventType.WorkLinked => Occasion.WorkLinked,
        ReportEventType.WorkMoved => Occasion.WorkMoved,
        // why not is said in the note
        ReportEventType.WorkUnlinked => Occasion.Noted,
        ReportEventType.StatusChanged => happened.Status switch
        {
            ReportStatus.Submitted or ReportStatus.Routed => Occasion.Answered,
            ReportStatus.NeedsInformation => Occasion.Asked,
            ReportStatus.InProgress => Occasion.Started,
            ReportStatus.Planned => Occasion.Planned,
            ReportStatus.Resolved => Occasion.Resolved,
            ReportStatus.Closed => happened.Reason is { } reason ? OfClosing(reason.Outcome()) : Occasion.Closed,
        },
    };

    /// <returns>Null where this medium does not lead to these people.</returns>
    public static Voice? Voice(this Recipient recipient, Medium medium) => medium switch
    {
        Medium.Email => recipient switch
        {
            Recipient.Reporter => Notifications.Voice.Reporter,
            Recipient.Officers or Recipient.Head or Recipient.Verifiers or Recipient.Overseer or Recipient.Inspectorate => Notifications.Voice.Staff,
            Recipient.Followers => null,
        },
        Medium.Push => recipient switch
        {
            Recipient.Reporter => Notifications.Voice.Screen,
            Recipient.Followers => Notifications.Voice.Follower,
            Recipient.Officers or Recipient.Head or Recipient.Verifiers or Recipient.Overseer or Recipient.Inspectorate => null,
        },
        Medium.WhatsApp => recipient switch
        {
            Recipient.Reporter => Notifications.Voice.Chat,
            Recipient.Followers or Recipient.Officers or Recipient.Head or Recipient.Verifiers or Recipient.Overseer or Recipient.Inspectorate => null,
        },
    };

    private static Occasion OfClosing(Outcome outcome) => outcome switch
    {
        Outcome.Fixed => Occasion.Closed,
        Outcome.Rejected or Outcome.Duplicate => Occasion.Rejected,
        Outcome.NotOurs => Occasion.NotOurs,
        Outcome.Withdrawn or Outcome.NoAnswer => Occasion.Withdrawn,
    };
}
