using KediriLapor.Reports.Model;

namespace KediriLapor.Webhooks;

/// <summary>What a receiver can hear of, by the names that Standard Webhooks asks for: words parted by full stops. A name is never changed.</summary>
internal static class EventTypes
{
    public const string Ping = "webhook.ping";

    /// <summary>Of what happens to reports; a ping is sent to who asks for one.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ReportEventType>().Select(Of)];

    public static string Of(ReportEventType type) => type switch
    {
        ReportEventType.Submitted => "report.submitted",
        ReportEventType.Routed => "report.routed",
        ReportEventType.Returned => "report.returned",
        ReportEventType.Reopened => "report.reopened",
        ReportEventType.StatusChanged => "report.status_changed",
        ReportEventType.Rated => "report.rated",
        ReportEventType.Noted => "report.noted",
        ReportEventType.Recalculated => "report.deadline_changed",
        ReportEventType.Merged => "report.merged",
        ReportEventType.Absorbed => "report.absorbed",
        ReportEventType.Separated => "report.separated",
        ReportEventType.Released => "report.released",
        ReportEventType.Split => "report.split",
        ReportEventType.HandedOver => "report.handed_over",
        ReportEventType.HandOverAcknowledged => "report.hand_over_acknowledged",
        ReportEventType.HandOverUnanswered => "report.hand_over_unanswered",
        ReportEventType.WorkLinked => "report.work_linked",
        ReportEventType.WorkMoved => "report.work_moved",
        ReportEventType.WorkUnlinked => "report.work_unlinked",
    };
}
