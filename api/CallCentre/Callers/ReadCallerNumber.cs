using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Callers;

/// <summary>Why a number is to be read; kept in the log.</summary>
public sealed record NumberPurpose
{
    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(CallerReading.ReasonMin, ErrorMessage = "too_short")]
    [MaxLength(CallerReading.ReasonMax, ErrorMessage = "too_long")]
    public string Reason { get; init; } = "";
}

/// <summary>Opens the number of one call, to ring back when the line was cut. The log row and the answer are one.</summary>
public sealed record ReadCallerNumber(Guid CallId, string Reason) : ICommand<CallNumber>;

/// <param name="Phone">E.164; null where the call had none, or keeps it no longer.</param>
public sealed record CallNumber(string? Phone);

internal sealed class ReadCallerNumberHandler(AppDb db, CurrentActor actor, CallVault vault, TimeProvider time) : IRequestHandler<ReadCallerNumber, CallNumber>
{
    public async Task<CallNumber> Handle(ReadCallerNumber request, CancellationToken cancellationToken)
    {
        var reason = request.Reason.Trim();
        if (reason.Length < CallerReading.ReasonMin)
        {
            throw new RuleViolation("too_short", StatusCodes.Status400BadRequest, "reason");
        }

        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CallId, cancellationToken) ?? throw RuleViolation.NotFound();
        if (call.PhoneSealed is not { } kept)
        {
            return new CallNumber(null);
        }

        db.CallerReadings.Add(new CallerReading(call.Id, call.PhoneTail!, reason, actor.Value, time.Now()));
        return new CallNumber(vault.Open(kept));
    }
}
