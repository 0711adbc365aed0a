using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Why a contact is to be read; kept in the log, and told to whom it belongs.</summary>
public sealed record NewCarContactReading
{
    [Required(ErrorMessage = "required")]
    [MinLength(ContactReading.ReasonMin, ErrorMessage = "too_short")]
    [MaxLength(ContactReading.ReasonMax, ErrorMessage = "too_long")]
    public string Reason { get; init; } = "";
}

/// <summary>Reads the contact of whoever asked for a car. The log row and the answer are one: what could not be logged is not told.</summary>
public sealed record ReadCarContact(Guid RequestId, string Reason) : ICommand<Contact>;

internal sealed class ReadCarContactHandler(AppDb db, CurrentActor actor, CarContactVault vault, TimeProvider time) : IRequestHandler<ReadCarContact, Contact>
{
    private static readonly Contact Nothing = new(null, null, null);

    public async Task<Contact> Handle(ReadCarContact request, CancellationToken cancellationToken)
    {
        var (who, reason) = (actor.Value, request.Reason.Trim());
        if (reason.Length < ContactReading.ReasonMin)
        {
            throw new RuleViolation("too_short", StatusCodes.Status400BadRequest, "reason");
        }

        var agency = await db.CarRequests.VisibleTo(who).Where(r => r.Id == request.RequestId).Select(r => r.AgencyCode).SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound();
        if (!who.May(Permission.ReadAllReports) && !CarRequestEdges.RolesOf(who, agency).HasFlag(CarWalker.Officer))
        {
            throw new RuleViolation("contact_withheld", StatusCodes.Status403Forbidden);
        }

        db.CarContactReadings.Add(new CarContactReading(request.RequestId, who, reason, time.Now()));
        return await db.CarContacts.AsNoTracking().SingleOrDefaultAsync(c => c.RequestId == request.RequestId, cancellationToken) is { } kept ? vault.Open(kept) : Nothing;
    }
}
