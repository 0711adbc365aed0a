using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reporters;

/// <summary>What stands behind the # of the link.</summary>
public sealed record LinkToken
{
    [Required(ErrorMessage = "required")]
    [MaxLength(100, ErrorMessage = "too_long")]
    public string Token { get; init; } = "";

    /// <summary>Keeps it out of whatever logs a request.</summary>
    public override string ToString() => nameof(LinkToken);
}

/// <summary>Opens a session by a link, which opens no other: of two who try it at once one comes first.</summary>
public sealed record OpenLink(LinkToken Link) : ICommand<ReporterSessionOpened>;

/// <param name="Session">To be shown as <c>Reporter-Session</c>; told here and kept as a hash.</param>
public sealed record ReporterSessionOpened(string Session, DateTimeOffset EndsAt)
{
    /// <inheritdoc cref="LinkToken.ToString"/>
    public override string ToString() => nameof(ReporterSessionOpened);
}

internal sealed class OpenLinkHandler(AppDb db, TimeProvider time) : IRequestHandler<OpenLink, ReporterSessionOpened>
{
    /// <summary>Long enough to read an answer and write one, on a phone that may be borrowed.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public async Task<ReporterSessionOpened> Handle(OpenLink request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var hash = ReporterToken.HashOf(request.Link.Token) ?? throw Over();
        // taken out by its own statement: whoever deletes it has it, and a crash afterwards costs a new link
        var taken = await db.ReporterLinks.FromSql($"DELETE FROM reporter_links WHERE token_hash = {hash} AND ends_at > {now} RETURNING *").AsNoTracking().ToListAsync(cancellationToken);
        if (taken is not [{ } link])
        {
            throw Over();
        }

        var session = ReporterToken.New();
        var opened = new ReporterSession { TokenHash = ReporterToken.HashOf(session)!, Person = link.Person, EndsAt = now + Life };
        db.ReporterSessions.Add(opened);
        return new ReporterSessionOpened(session, opened.EndsAt);
    }

    private static RuleViolation Over() => new("link_over", StatusCodes.Status410Gone);
}
