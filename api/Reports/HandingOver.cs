using System.ComponentModel.DataAnnotations;
using System.Globalization;
using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>Who takes over a report that is not the city's: an outside agency it knows, or any other by name.</summary>
public sealed record NewHandOver
{
    /// <summary>An agency of kind <c>external</c>, such as <c>PLN</c>.</summary>
    [MaxLength(20, ErrorMessage = "too_long")]
    public string? AgencyCode { get; init; }

    [MaxLength(HandOver.NameMax, ErrorMessage = "too_long")]
    public string? Name { get; init; }

    /// <summary>Whom to reach there; never shown to the public.</summary>
    [MaxLength(HandOver.ContactMax, ErrorMessage = "too_long")]
    public string? Contact { get; init; }

    /// <summary>Their own number for it; shown to the reporter.</summary>
    [MaxLength(HandOver.ReferenceMax, ErrorMessage = "too_long")]
    public string? Reference { get; init; }

    /// <summary>Never shown to the public.</summary>
    [MaxLength(HandOver.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    /// <exception cref="RuleViolation"><c>hand_over_not_ours</c>, <c>hand_over_to_whom</c>, <c>unknown_agency</c>.</exception>
    internal HandOver Of(Report closed, City city, Actor actor, DateTimeOffset now)
    {
        // said before what is wrong inside it, which would then mean nothing
        Report.RequireNotOurs(closed.Outcome);
        var (code, name) = (Said(AgencyCode), Said(Name));
        if ((code is null) == (name is null))
        {
            throw new RuleViolation("hand_over_to_whom", field: "handedOverTo");
        }

        if (code is not null && city.AgencyOr(code, "handedOverTo.agencyCode") is not { Kind: AgencyKind.External })
        {
            throw new RuleViolation("unknown_agency", field: "handedOverTo.agencyCode");
        }

        return closed.HandTo(code, name ?? city.Agencies[code!].Name, Said(Contact), Said(Reference), Said(Note), actor, city.TermsOf(closed.ServiceCode), now);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Where a hand-over stands.</summary>
public enum HandOverState
{
    /// <summary>The receiver still has time to answer.</summary>
    Waiting,

    /// <summary>It let its days go by.</summary>
    Unanswered,

    Acknowledged,

    Declined,
}

/// <summary>What the receiver answered.</summary>
/// <param name="Number">Theirs; null when they declined.</param>
/// <param name="ExpectedOn">By when they mean to act; null when they declined.</param>
/// <param name="By">Who answered there.</param>
/// <param name="Contact">Where the reporter may ask them.</param>
/// <param name="Reason">Why not; null when they acknowledged.</param>
public sealed record HandOverAnswerItem(HandOverReply Reply, string? Number, DateOnly? ExpectedOn, string By, string? Contact, string? Reason, DateTimeOffset At)
{
    internal static HandOverAnswerItem? Of(HandOverAnswer? answer) =>
        answer is { } a ? new(a.Reply, a.Number, a.ExpectedOn, a.By, a.Contact, a.Reason, a.At) : null;
}

/// <summary>The hand-over as staff see it.</summary>
/// <param name="Id">Under <c>/hand-overs</c>: the signed record, its links and its answer.</param>
/// <param name="AnswerBy">Until when the receiver is expected to answer.</param>
public sealed record HandOverDetail(
    Named? Agency, string Name, string? Contact, string? Reference, string? Note, DateTimeOffset At, string By, Guid Id, HandOverState State, DateTimeOffset AnswerBy, HandOverAnswerItem? Answer);

/// <summary>The hand-over as the reporter sees it: <c>Diteruskan ke …</c>.</summary>
/// <param name="Reference">Their number: as they gave it, else as the city learned it.</param>
/// <param name="AcknowledgedAt">When they took it over; null while they have not said so.</param>
/// <param name="ExpectedOn">By when they mean to act.</param>
/// <param name="Contact">Where to ask them.</param>
public sealed record HandedOver(string Name, string? Reference, DateTimeOffset At, DateTimeOffset? AcknowledgedAt, DateOnly? ExpectedOn, string? Contact);

/// <summary>What the city has settled about hand-overs.</summary>
/// <param name="AnswerDays">Working days within which a receiver is expected to answer.</param>
internal sealed record HandOverTerms(int AnswerDays)
{
    private const string Setting = "HandOvers:AnswerDays";
    private const int Usual = 3;

    /// <exception cref="StartupRefused">Not a number of days.</exception>
    public static HandOverTerms Of(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => new(Usual),
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 60 => new(days),
        _ => throw new StartupRefused($"{Setting} is a number of working days from 1 to 60."),
    };

    public DateTimeOffset AnswerBy(HandOver handOver, City city) => city.Calendar.DueAfter(handOver.At, AnswerDays).DueAt.ToUniversalTime();

    public HandOverState StateOf(HandOver handOver, HandOverAnswer? answer, City city, DateTimeOffset now) => answer?.Reply switch
    {
        HandOverReply.Acknowledged => HandOverState.Acknowledged,
        HandOverReply.Declined => HandOverState.Declined,
        null => now < AnswerBy(handOver, city) ? HandOverState.Waiting : HandOverState.Unanswered,
    };
}

/// <summary>A hand-over and what was answered to it.</summary>
internal sealed record HandOverStanding(HandOver HandOver, HandOverAnswer? Answer)
{
    public string? Number => Answer?.Number ?? HandOver.Reference;

    public HandOverDetail ForStaff(HandOverTerms terms, City city, bool nameless, DateTimeOffset now) => new(
        city.AgencyNamed(HandOver.AgencyCode), HandOver.Name, HandOver.Contact, HandOver.Reference, HandOver.Note, HandOver.At, nameless ? ShowReportHandler.Colleague : HandOver.ByName,
        HandOver.Id, terms.StateOf(HandOver, Answer, city, now), terms.AnswerBy(HandOver, city), HandOverAnswerItem.Of(Answer));

    public HandedOver ForReporter() => new(HandOver.Name, Number, HandOver.At, Answer?.At, Answer?.ExpectedOn, Answer?.Contact);

    /// <summary>Who acts by when, in place of the city.</summary>
    public string Promise(HandOverTerms terms, City city) => Answer is { Reply: HandOverReply.Acknowledged, ExpectedOn: { } day }
        ? $"{HandOver.Name} menindaklanjuti laporan ini paling lambat {IndonesianDate.Format(day)} (nomor {Answer.Number})."
        : $"{HandOver.Name} diminta menjawab penyerahan ini paling lambat {IndonesianDate.Format(terms.AnswerBy(HandOver, city))}.";
}

internal static class HandingOver
{
    /// <summary>The present one: that of the last closing, while the report stands closed as not ours.</summary>
    public static async Task<HandOverStanding?> HandOverOf(this AppDb db, Guid reportId, Outcome? outcome, int version, CancellationToken ct)
    {
        if (outcome != Outcome.NotOurs)
        {
            return null;
        }

        var handOver = await db.HandOvers.AsNoTracking().Where(h => h.ReportId == reportId && h.Sequence <= version).OrderByDescending(h => h.Sequence).FirstOrDefaultAsync(ct);
        return handOver is null ? null : new(handOver, await db.HandOverAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.HandOverId == handOver.Id, ct));
    }
}
