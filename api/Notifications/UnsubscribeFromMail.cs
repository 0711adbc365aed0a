using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Ends the mails about one report, for whoever holds one of them (RFC 8058). Asking again changes nothing more.</summary>
public sealed record UnsubscribeFromMail(string? Token) : ICommand<Unit>;

internal sealed class UnsubscribeFromMailHandler(AppDb db, UnsubscribeToken tokens) : IRequestHandler<UnsubscribeFromMail, Unit>
{
    public async Task<Unit> Handle(UnsubscribeFromMail request, CancellationToken cancellationToken)
    {
        var id = tokens.Read(request.Token ?? "") ?? throw RuleViolation.NotFound();
        // in one statement: mail programs click twice
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO reporter_wishes (report_id, no_email) VALUES ({id}, true) ON CONFLICT (report_id) DO UPDATE SET no_email = true", cancellationToken);
        return Unit.Value;
    }
}
