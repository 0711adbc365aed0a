using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Webhooks;

/// <summary>One event as a receiver hears it: the body of a delivery, and an item of <c>GET /events</c>.</summary>
/// <param name="Id">The <c>webhook-id</c>.</param>
/// <param name="Type">Such as <c>report.status_changed</c>.</param>
/// <param name="Timestamp">When it happened.</param>
public sealed record EventItem(string Id, string Type, DateTimeOffset Timestamp, EventData Data);

/// <summary>What everybody may know of an event: no words, no place, no person. What a report says is read where it is always read.</summary>
/// <param name="Sequence">The report's version after it; rises, and may leave numbers out.</param>
/// <param name="Status">After it.</param>
/// <param name="FormerStatus">Before it; null for the first.</param>
/// <param name="Outcome">Where it closed the report.</param>
/// <param name="FormerAgency">Who had it before.</param>
/// <param name="HandedOverTo">The agency outside that is asked to take it over by this event.</param>
public sealed record EventData(
    Guid ReportId, int Sequence, ReportStatus Status, ReportStatus? FormerStatus, Outcome? Outcome, Named Service, Named? Agency, Named? FormerAgency, DateOnly? PlannedFor,
    Named? HandedOverTo);

/// <summary>Whose eyes a receiver has: those of the client it belongs to.</summary>
/// <param name="ReadsReports">Whether it may read reports at all; who may not hears what everybody may see.</param>
/// <param name="Agencies">Null for the whole city.</param>
internal sealed record Sight(bool ReadsReports, IReadOnlyCollection<string>? Agencies)
{
    public static Sight Of(IReadOnlyCollection<string> scopes, IReadOnlyCollection<string>? agencies) =>
        new(ClientScopes.Permissions(scopes, agencies is null).Contains(Permission.ReadReports), agencies);
}

/// <summary>What a receiver wants to hear of; null for all.</summary>
internal sealed record Wish(IReadOnlyCollection<string>? Events, IReadOnlyCollection<string>? Agencies, IReadOnlyCollection<string>? Services);

/// <summary>An event with what decides who hears it.</summary>
/// <param name="PresentService">What the report is about by now.</param>
/// <param name="Confidential">By now.</param>
/// <param name="ForOutside">False for what colleagues tell each other.</param>
internal sealed record Happened(
    long Id, Guid ReportId, int Sequence, ReportEventType Type, DateTimeOffset At, ReportStatus Status, ReportStatus? FormerStatus, string? Agency, string? FormerAgency,
    string Service, ClosingReason? Reason, DateOnly? PlannedFor, string PresentService, bool Confidential, bool ForOutside, string? Receiver)
{
    /// <summary>
    /// As <see cref="Reports.ReportScope"/> has it for clients, at the moment of the event: of a report that has gone on since, its former agency
    /// hears what happened while it was there and that it left; an agency that it is handed to, that it is asked to take it. What has become confidential since is told to nobody new.
    /// </summary>
    public bool IsVisibleTo(Sight sight, City city)
    {
        var isTheirs = sight.Agencies is not { } own || own.Contains(Agency ?? "") || own.Contains(FormerAgency ?? "") || own.Contains(Receiver ?? "");
        return ForOutside && isTheirs && (sight is { ReadsReports: true, Agencies: not null } ? !IsAny(city.IntegrityServices) : !Confidential && !IsAny(city.ConfidentialServices));
    }

    public bool IsWanted(Wish wish) =>
        (wish.Events is not { } types || types.Contains(EventTypes.Of(Type)))
        && (wish.Agencies is not { } agencies || agencies.Contains(Agency ?? "") || agencies.Contains(FormerAgency ?? "") || agencies.Contains(Receiver ?? ""))
        && (wish.Services is not { } services || services.Contains(Service));

    public EventItem Told(City city) => new(
        FeedEvent.NameOf(Id), EventTypes.Of(Type), At,
        new EventData(
            ReportId, Sequence, Status, FormerStatus, Status == ReportStatus.Closed ? Type.Outcome(Reason) : null,
            city.ServiceNamed(Service), city.AgencyNamed(Agency), city.AgencyNamed(FormerAgency), PlannedFor, city.AgencyNamed(Receiver)));

    /// <summary>In the order of the feed.</summary>
    /// <param name="which">A condition on <c>webhook_events AS f</c>.</param>
    public static async Task<List<Happened>> Read(AppDb db, Sql which, int most, CancellationToken ct)
    {
        Sql all = $"""
            SELECT f.id, e.report_id, e.sequence, e.type, e.at, e.status, b.status, e.agency_code, b.agency_code, e.service_code, e.reason, e.planned_for,
                r.service_code, r.confidential, e.type <> 'Noted' OR e.public_note IS NOT NULL, h.agency_code
            FROM webhook_events AS f
            JOIN report_events AS e ON e.report_id = f.report_id AND e.sequence = f.sequence
            JOIN reports AS r ON r.id = f.report_id
            LEFT JOIN report_events AS b ON b.report_id = f.report_id AND b.sequence = f.sequence - 1
            LEFT JOIN hand_overs AS h ON e.type = 'HandedOver' AND h.report_id = f.report_id AND h.sequence = f.sequence
            WHERE {which}
            """;
        await using var rows = await db.Read(ct, all.Add($" ORDER BY f.id{Sql.Limit(most)}"));
        return await rows.All(Of, ct);
    }

    private static Happened Of(Row row) => new(
        row.Value<long>(), row.Value<Guid>(), row.Value<int>(), row.Word<ReportEventType>(), row.Value<DateTimeOffset>(), row.Word<ReportStatus>(), row.WordOrNull<ReportStatus>(),
        row.TextOrNull(), row.TextOrNull(), row.Text(), row.WordOrNull<ClosingReason>(), row.ValueOrNull<DateOnly>(), row.Text(), row.Value<bool>(), row.Value<bool>(), row.TextOrNull());

    private bool IsAny(string[] services) => services.Contains(Service) || services.Contains(PresentService);
}
