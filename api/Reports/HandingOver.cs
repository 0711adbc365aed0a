using System.ComponentModel.DataAnnotations;
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
        if (closed.Outcome != Outcome.NotOurs)
        {
            throw new RuleViolation("hand_over_not_ours", field: "handedOverTo");
        }

        var (code, name) = (Said(AgencyCode), Said(Name));
        if ((code is null) == (name is null))
        {
            throw new RuleViolation("hand_over_to_whom", field: "handedOverTo");
        }

        if (code is not null && city.AgencyOr(code, "handedOverTo.agencyCode") is not { Kind: AgencyKind.External })
        {
            throw new RuleViolation("unknown_agency", field: "handedOverTo.agencyCode");
        }

        return new HandOver(closed, code, name ?? city.Agencies[code!].Name, Said(Contact), Said(Reference), Said(Note), actor, now);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The hand-over as staff see it.</summary>
public sealed record HandOverDetail(Named? Agency, string Name, string? Contact, string? Reference, string? Note, DateTimeOffset At, string By);

/// <summary>The hand-over as the reporter sees it: <c>Diteruskan ke …</c>.</summary>
public sealed record HandedOver(string Name, string? Reference, DateTimeOffset At);

internal static class HandingOver
{
    /// <summary>The present one: that of the last closing, while the report stands closed as not ours.</summary>
    public static async Task<HandOver?> HandOverOf(this AppDb db, Guid reportId, Outcome? outcome, int version, CancellationToken ct) =>
        outcome != Outcome.NotOurs ? null
        : await db.HandOvers.AsNoTracking().Where(h => h.ReportId == reportId && h.Sequence <= version).OrderByDescending(h => h.Sequence).FirstOrDefaultAsync(ct);
}
