using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Why a contact is to be read; kept in the log, and told to the reporter.</summary>
public sealed record ContactPurpose
{
    [Required(ErrorMessage = "required")]
    [MinLength(ContactReading.ReasonMin, ErrorMessage = "too_short")]
    [MaxLength(ContactReading.ReasonMax, ErrorMessage = "too_long")]
    public string Reason { get; init; } = "";
}

/// <summary>Reads a reporter's contact. The log row and the answer are one: what could not be logged is not told.</summary>
public sealed record ReadContact(Guid ReportId, string Reason) : ICommand<Contact>;

internal sealed class ReadContactHandler(AppDb db, CityWatch watch, CurrentActor actor, ContactVault vault, TimeProvider time) : IRequestHandler<ReadContact, Contact>
{
    private static readonly Contact Nothing = new(null, null, null);

    public async Task<Contact> Handle(ReadContact request, CancellationToken cancellationToken)
    {
        var (who, reason) = (actor.Value, request.Reason.Trim());
        if (reason.Length < ContactReading.ReasonMin)
        {
            throw new RuleViolation("too_short", StatusCodes.Status400BadRequest, "reason");
        }

        var report = await db.Reports.VisibleTo(who, watch.Current).Where(r => r.Id == request.ReportId)
            .Select(r => new { r.Anonymous, r.AgencyCode }).SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound();
        if (report.Anonymous || !Handles(who, report.AgencyCode))
        {
            throw new RuleViolation("contact_withheld", StatusCodes.Status403Forbidden);
        }

        db.ContactReadings.Add(new ContactReading(request.ReportId, who, reason, time.Now()));
        return await db.ReporterContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == request.ReportId, cancellationToken) is { } kept
            ? vault.Open(kept)
            : Nothing;
    }

    /// <summary>To see a report is not enough: its ward's officers may be whom it is about. An operator calls back until somebody is responsible.</summary>
    private static bool Handles(Actor who, string? agencyCode) =>
        who.May(Permission.ReadAllReports)
        || (agencyCode is null ? who.May(Permission.EnterReports) : who.Agencies.Contains(agencyCode) && !who.May(Permission.EnterReports));
}
